//! The time lab: the panel below the timeline.

texts! {
    /// The panel below the timeline.
    TimeLabTexts {
        name: "Time lab", "Lab waktu";
        open: "Open the time lab", "Buka lab waktu";
        close: "Close the time lab", "Tutup lab waktu";
        history: "History", "Riwayat";
        branches: "Branches", "Cabang";
        run_until: "Run until", "Maju sampai";
        nothing_chosen: "Choose something that happened, on the timeline or in the console: here it says why it happened.",
            "Pilih satu kejadian di garis waktu atau di konsol: di sini dijelaskan mengapa itu terjadi.";
    }
}
