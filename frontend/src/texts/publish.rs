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
        a_space: "a space", "spasi";
        a_quote: "“{character}”", "“{character}”";
        type_a_state: "Type at least one letter.", "Ketik paling sedikit satu huruf.";
        state_too_long: "A state has at most 64 characters.", "State paling panjang 64 karakter.";
        state_bad_start: "A state begins with a letter A to Z, not with {character}.", "State diawali huruf A sampai Z, bukan {character}.";
        state_bad_character: "A state has only the letters A to Z, digits and _, but here is {character}.", "State hanya berisi huruf A sampai Z, angka, dan _, tetapi di sini ada {character}.";
    }
}
