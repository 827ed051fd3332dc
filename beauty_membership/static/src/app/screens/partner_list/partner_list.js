// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { useEffect } from "@odoo/owl";
import { ConnectionLostError } from "@web/core/network/rpc";
import { patch } from "@web/core/utils/patch";
import { useDebounced } from "@web/core/utils/timing";
import { PartnerList } from "@point_of_sale/app/screens/partner_list/partner_list";

const MIN_LETTERS = 2;

patch(PartnerList.prototype, {
    setup() {
        super.setup(...arguments);
        this.state.found = { query: "", ids: [], exact: false };
        const search = useDebounced(() => this.findMembers(), 250);
        useEffect(
            (query) => {
                if (query.length >= MIN_LETTERS) {
                    search();
                }
            },
            () => [this.state.query.trim()]
        );
    },
    /** The server knows every member: last digits, initials, card and old numbers. */
    async findMembers() {
        const query = this.state.query.trim();
        if (query.length < MIN_LETTERS || this.state.found.query === query) {
            return;
        }
        try {
            const { partners, exact } = await this.pos.findMembers(query);
            if (query === this.state.query.trim()) {
                this.state.found = { query, exact, ids: partners.map((p) => p.id) };
                this.addFound(partners);
            }
        } catch (error) {
            if (!(error instanceof ConnectionLostError)) {
                throw error;
            }
        }
    },
    async joinMember() {
        const partner = await this.pos.membership.joining.ask(this.state.query);
        if (partner) {
            this.clickPartner(partner);
        }
    },
    addFound(partners) {
        for (const partner of partners.filter((p) => !this.loadedPartnerIds.has(p.id))) {
            this.loadedPartnerIds.add(partner.id);
            this.state.loadedPartners.push(partner);
        }
    },
    /**
     * What the server found comes after what is shown: no row moves away under a
     * finger. Digits mean a phone or a card, not a street number.
     */
    getPartners(partners) {
        const shown = super.getPartners(...arguments);
        const query = this.state.query.trim();
        const { ids } = this.state.found.query === query ? this.state.found : { ids: [] };
        const members = partners
            .filter((partner) => ids.includes(partner.id))
            .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
        if (members.length && /^[\d\s]+$/.test(query)) {
            return members;
        }
        return [...shown, ...members.filter((partner) => !shown.includes(partner))];
    },
    /** Enter on a card number takes its member at once; who is found needs no notice. */
    async onEnter() {
        if (this.state.query.trim().length >= MIN_LETTERS) {
            await this.findMembers();
            const { exact, ids } = this.state.found;
            const partner = exact && ids.length === 1 && this.pos.models["res.partner"].get(ids[0]);
            if (partner) {
                return this.clickPartner(partner);
            }
            if (ids.length) {
                return;
            }
        }
        return super.onEnter(...arguments);
    },
});
