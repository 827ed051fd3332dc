// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";

/** Tells the cashier that a use is only written down, and offers the slip to sign. */
export class NotedPopup extends Component {
    static template = "beauty_membership.NotedPopup";
    static components = { Dialog };
    static props = { order: Object, print: Function, close: Function };
}
