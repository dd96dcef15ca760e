//! Roles beyond the four of a sitting: posts of shifts, commissions and samples, and whoever stands in for a lost lesson.

/// What a person does that is no place of a sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Post {
    /// Looks after computers and cameras.
    Technician,
    /// Keeps order outside the rooms.
    Corridor,
    /// Ready to step in for whoever does not come.
    Reserve,
    /// Leads a commission.
    Chair,
    /// Checks a sample of works a second time.
    Rechecker,
    /// Takes a lesson whose teacher is on duty.
    Substitute,
}

impl Post {
    /// All posts, in the order in which they are counted.
    pub const ALL: [Post; 6] = [
        Post::Technician,
        Post::Corridor,
        Post::Reserve,
        Post::Chair,
        Post::Rechecker,
        Post::Substitute,
    ];

    /// Canonical name, as it stands in files.
    pub fn name(self) -> &'static str {
        match self {
            Post::Technician => "technician",
            Post::Corridor => "corridor",
            Post::Reserve => "reserve",
            Post::Chair => "chair",
            Post::Rechecker => "rechecker",
            Post::Substitute => "substitute",
        }
    }
}

/// A set of posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct PostSet(u8);

impl PostSet {
    /// What somebody may do whose roles nobody has named.
    pub const BY_DEFAULT: PostSet = PostSet::of(&[
        Post::Corridor,
        Post::Reserve,
        Post::Rechecker,
        Post::Substitute,
    ]);

    /// The set of the given posts.
    pub const fn of(posts: &[Post]) -> Self {
        let mut set = 0;
        let mut index = 0;
        while index < posts.len() {
            set |= 1 << posts[index] as u8;
            index += 1;
        }
        Self(set)
    }

    /// This set and `post`.
    #[must_use]
    pub const fn with(self, post: Post) -> Self {
        Self(self.0 | 1 << post as u8)
    }

    /// Is `post` in the set?
    pub fn contains(self, post: Post) -> bool {
        self.0 & (1 << post as u8) != 0
    }
}

/// One number for each post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PostLoads(pub [u32; 6]);

impl PostLoads {
    /// The number of that post.
    pub fn of(self, post: Post) -> u32 {
        self.0[post as usize]
    }
}
