// Copyright 2026 beauty_membership contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
/* global posmodel */
import {
    setOfflineMode,
    setOnlineMode,
} from "@point_of_sale/../tests/generic_helpers/offline_util";
import { run } from "@point_of_sale/../tests/generic_helpers/utils";
import { ConnectionLostError } from "@web/core/network/rpc";

let originalCall;

function restore() {
    if (originalCall) {
        posmodel.data.call = originalCall;
        originalCall = undefined;
    }
}

/** The till knows that there is no connection. */
export function drops() {
    return [
        setOfflineMode(),
        run(() => {
            posmodel.data.network.offline = true;
        }, "the line drops"),
    ];
}

/** The server stores the ticket, its answer never arrives; and so until it is back. */
export function losesNextAnswer() {
    return run(() => {
        originalCall = posmodel.data.call;
        posmodel.data.call = async function (model, method) {
            await originalCall.apply(this, arguments);
            if (method === "sync_from_ui") {
                throw new ConnectionLostError();
            }
        };
    }, "the line drops between the ticket and its answer");
}

export function comesBack() {
    return [
        setOnlineMode(),
        run(async () => {
            restore();
            await posmodel.data.checkConnectivity();
        }, "the line is back"),
    ];
}
