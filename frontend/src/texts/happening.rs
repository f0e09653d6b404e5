//! The panel that answers the learner's first question: why did nothing happen?

texts! {
    /// The words of the panel "What is happening"; no sentence is longer than 25 words.
    HappeningTexts {
        title: "What is happening", "Apa yang terjadi";
        publish_state: "Publish {state}", "Kirim {state}";

        empty_one: "{service} looks at the key every {time} and finds it empty: publish a state.",
            "{service} memeriksa key tiap {time} dan isinya masih kosong: coba kirim satu state.";
        empty_both: "Both services look at the key every {time} and find it empty: publish a state.",
            "Kedua servis memeriksa key tiap {time} dan isinya masih kosong: coba kirim satu state.";
        empty_many: "{count} services keep looking at the key and find it empty: publish a state.",
            "{count} servis terus memeriksa key dan isinya masih kosong: coba kirim satu state.";
        to_move: "To move {service}, publish:", "Supaya {service} bekerja, kirim:";
        never_moves: "{service} acts on no state, so nothing moves it.",
            "{service} tidak menanggapi state apa pun, jadi tidak akan bekerja.";
    }
}
