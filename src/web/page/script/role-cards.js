/** The roles, as the program's cards have them: written by `tests/library/page_roles.rs`. */

export const ROLE_CARDS = /** @type {RoleCard[]} */ ([
  {
    code: "proctor",
    timeBound: true,
    unit: "duties",
    one: ["proctor", "организатор"],
    many: ["proctors", "организаторы"],
    short: ["proctor", "орг."],
  },
  {
    code: "checker",
    timeBound: false,
    unit: "works",
    one: ["checker", "эксперт"],
    many: ["checkers", "эксперты"],
    short: ["checker", "эксп."],
  },
  {
    code: "observer",
    timeBound: true,
    unit: "duties",
    one: ["observer", "наблюдатель"],
    many: ["observers", "наблюдатели"],
    short: ["observer", "набл."],
  },
  {
    code: "assistant",
    timeBound: true,
    unit: "duties",
    one: ["assistant", "ассистент"],
    many: ["assistants", "ассистенты"],
    short: ["assistant", "асс."],
  },
]);

/**
 * @typedef {object} RoleCard
 * @property {string} code
 * @property {boolean} timeBound
 * @property {"duties"|"works"} unit
 * @property {[en: string, ru: string]} one
 * @property {[en: string, ru: string]} many
 * @property {[en: string, ru: string]} short
 */
