//! How time passes: backwards, by jumps, round and round, until something happens.

texts! {
    /// How time passes: backwards, by jumps, round and round, until something happens.
    PassageTexts {
        play_backwards: "Play backwards", "Putar mundur";
        next_loss: "Next loss", "State hilang berikutnya";
        previous_loss: "Previous loss", "State hilang sebelumnya";
        next_of_actor: "Next thing that the selected one does", "Tindakan berikutnya dari yang dipilih";
        previous_of_actor: "Last thing that the selected one did", "Tindakan sebelumnya dari yang dipilih";

        nobody_selected: "Select the publisher or a service in the graph first: this key goes along what it does.",
            "Pilih dulu publisher atau sebuah servis di gambar: tombol ini mengikuti tindakannya.";
        no_loss_ahead: "No state is lost any more.", "Tidak ada lagi state yang hilang.";
        no_loss_before: "No state was lost before this.", "Sebelum ini tidak ada state yang hilang.";
        nothing_of_it_ahead: "It does nothing any more.", "Ia tidak melakukan apa-apa lagi.";
        nothing_of_it_before: "It did nothing before this.", "Sebelum ini ia tidak melakukan apa-apa.";
    }
}
