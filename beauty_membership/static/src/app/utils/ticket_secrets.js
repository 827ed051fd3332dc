// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

/**
 * PINs and codes typed for a ticket, by its uuid, until the server has them.
 * In memory only: they reach neither the browser's database nor a parked ticket.
 */
export const ticketSecrets = new Map();
