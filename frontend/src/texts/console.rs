//! The console's own words; what the programs print is data and stays as it is.

texts! {
    /// The console's own words.
    ConsoleTexts {
        title: "Console", "Konsol";
        filter: "Whose lines are shown", "Baris siapa yang ditampilkan";
        everyone: "All lines", "Semua baris";
        copy: "Copy", "Salin";
        copied_one: "One line is copied.", "Satu baris sudah disalin.";
        copied_many: "{count} lines are copied.", "{count} baris sudah disalin.";
        copy_refused: "Your browser does not let this page copy.", "Browser kamu tidak mengizinkan halaman ini menyalin.";
        nothing_to_copy: "There is no line to copy.", "Belum ada baris yang bisa disalin.";
        clear: "Clear", "Bersihkan";
        clear_hint: "Hides the lines so far. The run keeps them; they come back when it is restarted.",
            "Baris sampai di sini disembunyikan, tidak dihapus. Semuanya muncul lagi kalau simulasi dimulai dari awal.";
        nothing_yet: "Nothing printed here yet.", "Belum ada yang dicetak di sini.";
        lines: "Lines; choose one to go back to its moment", "Baris; pilih satu untuk kembali ke saat itu";
    }
}
