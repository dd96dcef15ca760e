/**
 * The data the server and the page exchange, as JSDoc types. Nothing runs here.
 *
 * @typedef {"proctor"|"checker"|"observer"|"assistant"} Role
 * @typedef {[sitting: number, role: number, seat: number]} PlaceId  a place: sitting, role 0–3, seat within the role
 *
 * @typedef {object} Person
 * @property {number} id
 * @property {string} name     as the lists write it
 * @property {string} short    surname and initials
 * @property {boolean} staff
 * @property {boolean} parent
 * @property {Role[]} roles
 * @property {Record<Role, number>} before  load carried over from earlier procedures
 *
 * @typedef {object} Sitting
 * @property {number} id
 * @property {string} date       2026-04-21
 * @property {string} dateWords
 * @property {string} weekday
 * @property {string} lesson     "2", "2-3" or ""
 * @property {string} start
 * @property {string} end
 * @property {string} class
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
 * @property {Person[]} people
 * @property {Sitting[]} sittings
 *
 * @typedef {object} Complaint   what is wrong in a table, and where
 * @property {"error"|"warning"|"note"} gravity
 * @property {string} file
 * @property {string|null} sheet
 * @property {number|null} row     line of the file, from 1
 * @property {number|null} column
 * @property {string|null} columnName
 * @property {string|null} text
 * @property {string} message
 * @property {string|null} nearest  the known name nearest to what was written
 *
 * @typedef {object} TableRead
 * @property {string} table
 * @property {string} title
 * @property {string} file
 * @property {string|null} sheet
 * @property {number} rows
 * @property {string} encoding
 * @property {string} delimiter
 *
 * @typedef {object} SchoolReply
 * @property {number} revision
 * @property {string} folder
 * @property {boolean} open
 * @property {School|null} school
 * @property {TableRead[]} tables
 * @property {Complaint[]} complaints
 * @property {boolean} readOnly
 * @property {string|null} inUse
 * @property {string[]} [folders]  school folders that could be opened
 * @property {string} [today]
 *
 * @typedef {object} Evidence
 * @property {string} file
 * @property {string|null} [sheet]
 * @property {number} row
 * @property {string} [text]
 *
 * @typedef {object} Finding
 * @property {"conflict"|"exception"|"possible"|"question"} kind
 * @property {string} rule
 * @property {string} [title]
 * @property {number|null} cell    index into the reply's cells
 * @property {string} message
 * @property {string} fix
 * @property {Evidence[]} evidence
 *
 * @typedef {object} Way          a way out of an unfilled place, tried before it is named
 * @property {number} id
 * @property {string} words
 * @property {boolean} applies    whether the page can carry it out
 *
 * @typedef {object} Obstacle
 * @property {number[]} cells      indexes into the reply's cells
 * @property {string} because
 * @property {{rule: string, title: string, count: number}[]} barred
 * @property {Way[]} ways
 *
 * @typedef {object} Verdict
 * @property {"none"|"clean"|"exceptions"|"conflicts"} kind
 * @property {string} words
 * @property {boolean} proven
 * @property {number} conflicts
 * @property {number} exceptions
 * @property {number} possible
 * @property {number} unfilled
 *
 * @typedef {[sitting: number, role: number, seat: number, person: number|null, flags: number, text: string|null]} CellRow
 *
 * @typedef {object} RosterReply
 * @property {number} revision
 * @property {number} schoolRevision
 * @property {Verdict} verdict
 * @property {CellRow[]} cells
 * @property {Finding[]} findings
 * @property {Obstacle[]} unfilled
 * @property {[person: number, role: number, before: number, duties: number, works: number][]} load
 * @property {{lessons_lost?: number, [key: string]: unknown}} objective
 * @property {string|null} undo
 * @property {string|null} redo
 * @property {Change[]} [changes]
 * @property {(string|Told)[]} [tell]
 * @property {string} [summary]
 *
 * @typedef {object} Change
 * @property {string} words
 * @property {PlaceId} [cell]
 * @property {number|null} [from]
 * @property {number|null} [to]
 *
 * @typedef {{person: number, short: string, words: string}} Told
 *
 * @typedef {object} Bar           why a person may not, or should not, take a place
 * @property {string} rule
 * @property {string} title
 * @property {string} message
 * @property {Evidence[]} evidence
 *
 * @typedef {object} Candidate
 * @property {number} person
 * @property {boolean} free
 * @property {boolean} here        sits in this place now
 * @property {Bar[]} bars
 * @property {number} load
 * @property {number} lost         own lessons lost
 * @property {string} change
 *
 * @typedef {{cell: PlaceId, person: number|null}|{cell: PlaceId, lock: boolean}|{swap: [PlaceId, PlaceId]}} Edit
 *
 * @typedef {{person: number, from: string, to: string, lessons: string}} Absence
 */

export {};
