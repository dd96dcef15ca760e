/**
 * The data the server and the page exchange, as JSDoc types. Nothing runs here.
 *
 * @typedef {string} Role  the name of a role, as in `ROLE_CARDS`
 * @typedef {[sitting: number, role: number, seat: number]} PlaceId  a place: sitting, role 0–3, seat within the role
 *
 * @typedef {object} Person
 * @property {number} id
 * @property {string} name     as the lists write it
 * @property {string} short    surname and initials
 * @property {string} position
 * @property {boolean} staff
 * @property {boolean} parent
 * @property {Role[]} roles
 * @property {Record<Role, number>} before  load carried over from earlier procedures
 *
 * @typedef {object} Sitting
 * @property {number} id
 * @property {string} date       2026-04-21
 * @property {string} weekday
 * @property {string} lesson     "2", "2-3", or a clock time
 * @property {string} start      "09:25" or ""
 * @property {string} end
 * @property {string} class
 * @property {string|null} school  in a district
 * @property {string} subject
 * @property {string} short      short name of the subject
 * @property {string} group
 * @property {string} room
 * @property {number} pupils
 * @property {Record<Role, number>} places
 *
 * @typedef {object} School
 * @property {string} name
 * @property {string} preset
 * @property {string[]} schools    in a district
 * @property {boolean} timetable   whether lost lessons are counted
 * @property {Person[]} people     by id
 * @property {Sitting[]} sittings  by id
 *
 * @typedef {object} Complaint     what is wrong in a table, and where
 * @property {"error"|"warning"|"note"} gravity
 * @property {string|null} file
 * @property {string|null} sheet
 * @property {number|null} row     line of the file, from 1
 * @property {number|null} column  from 1; null: the whole row
 * @property {string} text
 * @property {string} message
 * @property {string|null} nearest  the known name nearest to what was written
 *
 * @typedef {object} TableRead
 * @property {string} table
 * @property {string} title
 * @property {string} file
 * @property {string|null} sheet
 * @property {number} rows
 * @property {string|null} encoding
 * @property {string|null} delimiter
 *
 * @typedef {object} SchoolReply
 * @property {number} revision
 * @property {number} schoolRevision
 * @property {string} folder
 * @property {boolean} open        false: the folder is empty
 * @property {School|null} school  null: the lists have errors
 * @property {TableRead[]} tables
 * @property {Complaint[]} complaints
 * @property {{file: string, sheet: string|null, rows: number, said: boolean}[]} aside  sheets that are no list
 * @property {import("./missing-tables.js").Missing[]} missing  lists that are not there
 * @property {boolean} observers   whether observers are invited
 * @property {string|null} undo
 * @property {string|null} redo
 * @property {string[]} [folders]  school folders that could be opened
 * @property {string} [today]
 *
 * @typedef {{file: string, sheet?: string, row: number}} Evidence
 *
 * @typedef {object} Finding
 * @property {"conflict"|"unfilled"|"exception"|"possible"|"question"} kind
 * @property {string} rule
 * @property {number|null} cell    index into the reply's cells
 * @property {number|null} stray   index into the reply's strays
 * @property {string} message
 * @property {string} fix
 * @property {Evidence[]} evidence
 * @property {number[]} candidates  whom an unclear name may mean
 *
 * @typedef {object} Way           a way out of an unfilled place, tried before it is named
 * @property {number} id
 * @property {string} words
 * @property {boolean} applies     whether it can be carried out here, or somebody has to be found first
 * @property {boolean} signed      whether it needs a ground and an approver
 *
 * @typedef {object} Obstacle
 * @property {number[]} cells      indexes into the reply's cells
 * @property {string} because
 * @property {{rule: string, count: number}[]} barred
 * @property {Way[]} ways
 *
 * @typedef {object} Verdict
 * @property {"none"|"clean"|"exceptions"|"unfilled"|"conflicts"} kind
 * @property {string} words
 * @property {boolean} proven
 * @property {number} conflicts
 * @property {number} exceptions
 * @property {string[]} unchecked    what could not be checked, a line for each reason
 * @property {string[]} preferences  how often each preference was set aside
 * @property {string[]} warnings  hard days, to be looked at before publishing
 * @property {number} possible
 * @property {number} unfilled
 *
 * @typedef {[sitting: number, role: number, seat: number, person: number|null, flags: number, text: string|null]} CellRow
 *
 * @typedef {{date: string|null, class: string, subject: string, role: Role, text: string}} Stray  a row about no sitting of the schedule
 *
 * @typedef {object} RosterReply
 * @property {number} revision
 * @property {number} schoolRevision
 * @property {Verdict} verdict
 * @property {CellRow[]} cells
 * @property {Stray[]} strays
 * @property {Finding[]} findings
 * @property {[person: number, role: number, duties: number, works: number][]} load
 * @property {{lessons_lost?: number, [key: string]: unknown}|null} objective
 * @property {string|null} undo
 * @property {string|null} redo
 * @property {Change[]} [changes]
 * @property {Told[]} [told]
 *
 * @typedef {object} Plan            what a repair would do
 * @property {string} summary
 * @property {Change[]} changes
 * @property {Told[]} told
 * @property {string[]} left         what stays for a person
 *
 * @typedef {object} Change
 * @property {string} words
 * @property {string} date
 * @property {string} lesson
 * @property {string} class
 * @property {string} subject
 * @property {Role} role
 * @property {string|null} was
 * @property {string|null} now
 *
 * @typedef {{person: string, givesUp: string[], takesOn: string[]}} Told
 *
 * @typedef {object} Bar            why a person may not, or should not, take a place
 * @property {string} rule
 * @property {"forbid"|"avoid"} severity
 * @property {string} message
 * @property {Evidence[]} evidence
 *
 * @typedef {object} Candidate
 * @property {number} person
 * @property {"free"|"held"|"barred"} status  held: other duties or limits keep them from it
 * @property {boolean} here         sits in this place now
 * @property {Bar[]} bars
 * @property {string[]} held
 * @property {number} load
 * @property {number} lost          own lessons lost
 * @property {string} change        what changes in the objective
 *
 * @typedef {{cell: PlaceId, person: number|null}|{cell: PlaceId, lock: boolean}|{swap: [PlaceId, PlaceId]}|{drop: number}} Edit
 *
 * @typedef {{person: number, from: string, to: string, weekday: string, lessons: string}} Absence
 */

export {};
