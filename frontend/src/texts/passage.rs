//! How time passes: backwards, by jumps, round and round, until something happens; and where more of it is shown.

texts! {
    /// How time passes, and what shows more of it.
    PassageTexts {
        play_backwards: "Play backwards", "Putar mundur";
        looping: "Loop {from} – {until}", "Mengulang {from} – {until}";
        loop_end: "Stop looping", "Berhenti mengulang";
        next_loss: "Next loss", "State hilang berikutnya";
        previous_loss: "Previous loss", "State hilang sebelumnya";
        next_of_actor: "Next thing that the selected one does", "Tindakan berikutnya dari yang dipilih";
        previous_of_actor: "Last thing that the selected one did", "Tindakan sebelumnya dari yang dipilih";
        unfold_lanes: "Show the timeline's lanes", "Tampilkan jalur garis waktu";
        fold_lanes: "Fold the timeline's lanes", "Lipat jalur garis waktu";
        open_time_lab: "Open the time lab", "Buka lab waktu";
        close_time_lab: "Close the time lab", "Tutup lab waktu";
    }
}
