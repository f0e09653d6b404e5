//! The console's own words; what the programs print is data and stays as it is.

texts! {
    /// The console's own words.
    ConsoleTexts {
        title: "Console", "Konsol";
        filter: "Lines of", "Baris dari";
        everyone: "everyone", "semua";
        copy: "Copy", "Salin";
        clear: "Clear", "Bersihkan";
        clear_hint: "Hides the lines so far. The run keeps them; they come back when it is restarted.",
            "Baris sampai di sini disembunyikan, tidak dihapus. Semuanya muncul lagi kalau simulasi dimulai dari awal.";
        nothing_yet: "Nothing printed here yet.", "Belum ada yang tercetak di sini.";
        lines: "Lines; choose one to go back to its moment", "Baris; pilih satu untuk kembali ke saat itu";
    }
}
