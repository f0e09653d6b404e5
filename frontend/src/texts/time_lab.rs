//! The time lab: the panel below the timeline.

texts! {
    /// The panel below the timeline.
    TimeLabTexts {
        name: "Time lab", "Lab waktu";
        take_along: "Take along pictures and data", "Simpan gambar dan data";
        console: "Console", "Konsol";
        history: "History", "Riwayat";
        charts: "Charts", "Grafik";
        branches: "Branches", "Cabang";
        run_until: "Run until", "Maju sampai";
        ways: "Before and after", "Sebelum dan sesudah";
        previous_of: "{who}: before", "{who}: sebelumnya";
        next_of: "{who}: next", "{who}: berikutnya";
        previous_loss: "Loss before", "Kehilangan sebelumnya";
        next_loss: "Next loss", "Kehilangan berikutnya";
        none_there: "There is none in what is recorded.", "Tidak ada di rekaman ini.";
        because: "Because, going back in time", "Sebabnya, dari yang terakhir";
        overwritten_because: "Who overwrote it, and why", "Siapa yang menimpanya, dan mengapa";
        lost_because: "What was lost, and where it came from", "Apa yang hilang, dan dari mana asalnya";
        from_outside: "Nothing before it: it came from outside.", "Tidak ada sebab sebelumnya: ini datang dari luar.";
        nothing_chosen: "Choose something that happened, on the timeline or in the console: here it says why it happened.",
            "Pilih satu kejadian di garis waktu atau di konsol: di sini dijelaskan mengapa itu terjadi.";
    }
}
