/** A complaint about a file, where no cell can be marked. */

import { h, icon } from "./dom.js";

/**
 * @param {import("./types.js").Complaint} complaint
 * @param {string} [words]  what to say where it is not the message alone
 */
export const complaintLine = ({ gravity, message }, words = message) =>
  h(
    "p",
    { class: `complaint complaint-${gravity}` },
    icon(gravity === "error" ? "conflict" : "exception"),
    h("span", {}, words),
  );
