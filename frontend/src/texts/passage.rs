//! How time passes: backwards, by jumps, round and round, until something happens.

texts! {
    /// How time passes: backwards, by jumps, round and round, until something happens.
    PassageTexts {
        play_backwards: "Play backwards", "Putar mundur";
        looping: "Loop {from} – {until}", "Mengulang {from} – {until}";
        loop_end: "Stop looping", "Berhenti mengulang";
        next_loss: "Next loss", "State hilang berikutnya";
        previous_loss: "Previous loss", "State hilang sebelumnya";
        next_of_actor: "Next thing that the selected one does", "Tindakan berikutnya dari yang dipilih";
        previous_of_actor: "Last thing that the selected one did", "Tindakan sebelumnya dari yang dipilih";
    }
}
