//! The publish panel.

texts! {
    /// The publish panel.
    PublishTexts {
        title: "Publish a state", "Kirim state";
        states: "States of this scenario", "State dalam skenario ini";
        dashed: "Dashed: no service acts on it now.", "Garis putus-putus: belum ada servis yang menanggapinya.";
        nobody_acts: "No service acts on it now.", "Belum ada servis yang menanggapinya.";
        more_states: "{count} more states: type one below.", "Masih ada {count} state lain: ketik di bawah.";
        typed: "Another state", "State lain";
        send: "Publish", "Kirim";
        sends: "Publishes {state}.", "Yang dikirim: {state}.";
        sends_unheard: "Publishes {state}; no service acts on it now.", "Yang dikirim: {state}; belum ada servis yang menanggapinya.";
    }
}
