//! The hand-made sample, `data/school-31`, inside the program: nothing to download, nothing to find.

use crate::input::InputFile;

/// Name and content of each file.
const FILES: [(&str, &[u8]); 14] = [
    (
        "policy.toml",
        include_bytes!("../../../data/school-31/policy.toml"),
    ),
    (
        "график.csv",
        include_bytes!("../../../data/school-31/график.csv"),
    ),
    (
        "закрепления.csv",
        include_bytes!("../../../data/school-31/закрепления.csv"),
    ),
    (
        "звонки.csv",
        include_bytes!("../../../data/school-31/звонки.csv"),
    ),
    (
        "исключения.csv",
        include_bytes!("../../../data/school-31/исключения.csv"),
    ),
    (
        "история.csv",
        include_bytes!("../../../data/school-31/история.csv"),
    ),
    (
        "классы.csv",
        include_bytes!("../../../data/school-31/классы.csv"),
    ),
    (
        "нагрузка.csv",
        include_bytes!("../../../data/school-31/нагрузка.csv"),
    ),
    (
        "отсутствия.csv",
        include_bytes!("../../../data/school-31/отсутствия.csv"),
    ),
    (
        "предметы.csv",
        include_bytes!("../../../data/school-31/предметы.csv"),
    ),
    (
        "расписание.csv",
        include_bytes!("../../../data/school-31/расписание.csv"),
    ),
    (
        "родители.csv",
        include_bytes!("../../../data/school-31/родители.csv"),
    ),
    (
        "связи.csv",
        include_bytes!("../../../data/school-31/связи.csv"),
    ),
    (
        "сотрудники.csv",
        include_bytes!("../../../data/school-31/сотрудники.csv"),
    ),
];

/// The sample school's folder, as such a school would send it.
pub fn sample() -> Vec<InputFile> {
    FILES
        .iter()
        .map(|&(name, bytes)| InputFile {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
        })
        .collect()
}
