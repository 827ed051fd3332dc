// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import { Component, onMounted, useRef } from "@odoo/owl";

// Twice the size it is shown at: sharp enough to compare, small enough to keep.
const WIDTH = 600;
const HEIGHT = 240;

/** A white sheet to sign with finger, pen or mouse; works without a connection. */
export class SignaturePad extends Component {
    static template = "beauty_membership.SignaturePad";
    static props = { onChange: Function };

    setup() {
        this.canvas = useRef("canvas");
        this.isDrawing = false;
        onMounted(() => this.clear());
    }

    get pen() {
        return this.canvas.el.getContext("2d");
    }

    clear() {
        const { pen } = this;
        pen.fillStyle = "white";
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        Object.assign(pen, { strokeStyle: "#111", lineWidth: 4, lineCap: "round" });
        this.props.onChange(false);
    }

    getPoint(ev) {
        const box = this.canvas.el.getBoundingClientRect();
        return [
            ((ev.clientX - box.left) * WIDTH) / box.width,
            ((ev.clientY - box.top) * HEIGHT) / box.height,
        ];
    }

    start(ev) {
        ev.preventDefault();
        this.isDrawing = true;
        this.pen.beginPath();
        this.pen.moveTo(...this.getPoint(ev));
    }

    move(ev) {
        if (this.isDrawing) {
            this.pen.lineTo(...this.getPoint(ev));
            this.pen.stroke();
        }
    }

    stop() {
        if (this.isDrawing) {
            this.isDrawing = false;
            this.props.onChange(this.canvas.el.toDataURL("image/png"));
        }
    }
}
