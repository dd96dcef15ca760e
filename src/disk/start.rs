//! Where schools are kept by a program that nobody has told a folder.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder's name below the person's own.
const FOLDER: &str = "recuse";

/// The folder the program was started in; where that is the person's own folder as a whole, or the root of the disk, a folder
/// `recuse` in the former.
pub fn home_of_schools(here: &Path, own: Option<&Path>) -> PathBuf {
    let Some(own) = own else {
        return here.to_owned();
    };
    if here != own && here.parent().is_some() {
        return here.to_owned();
    }
    let folder = own.join(FOLDER);
    match fs::create_dir_all(&folder) {
        Ok(()) => folder,
        Err(_) => here.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::home_of_schools;
    use std::path::Path;

    #[test]
    fn a_whole_home_is_no_folder_of_a_school() {
        let home = tempfile::tempdir().unwrap();
        let school = home.path().join("vpr");
        assert_eq!(home_of_schools(&school, Some(home.path())), school);
        let made = home.path().join("recuse");
        assert_eq!(home_of_schools(home.path(), Some(home.path())), made);
        assert!(made.is_dir());
        assert_eq!(home_of_schools(Path::new("/"), Some(home.path())), made);
        assert_eq!(home_of_schools(Path::new("/x"), None), Path::new("/x"));
    }
}
