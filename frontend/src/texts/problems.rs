//! What is wrong with a file or with what was typed, said to the person who wrote it.

texts! {
    /// Problems of files and of typed values.
    ProblemsTexts {
        title: "This file cannot be opened", "File ini tidak bisa dibuka";
        one: "There is 1 problem in {file}. The run that was here is unchanged.", "Ada 1 masalah di {file}. Simulasi yang tadi tidak berubah.";
        many: "There are {count} problems in {file}. The run that was here is unchanged.", "Ada {count} masalah di {file}. Simulasi yang tadi tidak berubah.";
        shown: "The first {shown} are listed.", "Yang ditampilkan: {shown} masalah pertama.";
        list: "Problems", "Masalah";
        file: "file", "file";

        state_empty: "A state needs at least one letter.", "State harus berisi paling sedikit satu huruf.";
        type_a_name: "Type a name of at least one letter.", "Ketik nama, paling sedikit satu huruf.";
        name_empty: "A name needs at least one letter.", "Nama harus berisi paling sedikit satu huruf.";
        name_too_long: "A name has at most 32 characters.", "Nama paling panjang 32 karakter.";
        name_bad_start: "A name begins with a letter A to Z, not with {character}.", "Nama diawali huruf A sampai Z, bukan {character}.";
        name_bad_character: "A name has only the letters A to Z, digits, spaces, _ and -, but here is {character}.", "Nama hanya berisi huruf A sampai Z, angka, spasi, _, dan -, tetapi di sini ada {character}.";
        name_space_at_end: "A name does not end with a space.", "Nama tidak boleh diakhiri spasi.";
        name_taken: "Another service is called {name}.", "Sudah ada servis lain yang bernama {name}.";
        name_publisher: "That is the publisher's name.", "Itu nama publisher.";
        name_broker: "That is the broker's name.", "Itu nama broker.";
        name_receiver: "That is the receiver's name.", "Itu nama penerima hasil.";

        file_too_large: "It is larger than {most} MiB.", "Ukurannya lebih dari {most} MiB.";
        json_ends: "Line {line}, column {column}: the text ends too early.", "Baris {line}, kolom {column}: teksnya terputus.";
        json_character: "Line {line}, column {column}: {character} cannot stand here.", "Baris {line}, kolom {column}: {character} tidak boleh ada di sini.";
        json_deep: "Line {line}, column {column}: lists and objects are nested too deeply.", "Baris {line}, kolom {column}: daftar dan objeknya bersarang terlalu dalam.";
        json_utf8: "Line {line}, column {column}: this is not UTF-8 text.", "Baris {line}, kolom {column}: ini bukan teks UTF-8.";
        wrong_type: "Here is {given}; it must be {must}.", "Isinya {given}; seharusnya {must}.";
        missing: "This is missing.", "Bagian ini belum ada.";
        unknown_field: "There is no field with this name.", "Tidak ada bagian dengan nama ini.";
        twice: "This is there twice.", "Bagian ini ada dua kali.";
        too_small: "{given} is not allowed: at least {least}.", "{given} terlalu kecil: minimal {least}.";
        too_large: "{given} is not allowed: at most {most}.", "{given} terlalu besar: maksimal {most}.";
        not_whole: "{given} is not allowed: it must be a whole number.", "Harus bilangan bulat, bukan {given}.";
        too_fine: "{given} is not allowed: at most {most} decimals.", "{given} terlalu rinci: paling banyak {most} angka di belakang koma.";
        not_a_number: "{given} is not a number.", "{given} bukan angka.";
        unknown_version: "Version {given} is not known, only version 1.", "Versi {given} tidak dikenal, hanya versi 1.";
        unknown_service: "There is no service {name} at {at} ms.", "Tidak ada servis {name} pada {at} ms.";
        no_action: "This command does nothing.", "Perintah ini tidak melakukan apa-apa.";
        second_action: "This is a second action; a command has one.", "Ini tindakan kedua; satu perintah hanya satu tindakan.";
        empty_edit: "This edit changes nothing.", "Perubahan ini tidak mengubah apa-apa.";
        starts_too_early: "It would start at {given} ms, before it is added at {at} ms.", "Servis ini mulai pada {given} ms, padahal baru ditambahkan pada {at} ms.";
        many_services: "At most {most} services, counting those that are added.", "Paling banyak {most} servis, termasuk yang ditambahkan.";
        many_commands: "At most {most} commands.", "Paling banyak {most} perintah.";
        many_states: "At most {most} states a service.", "Paling banyak {most} state per servis.";

        a_null: "null", "null";
        a_boolean: "true or false", "true atau false";
        a_number: "a number", "angka";
        a_number_or_null: "a number or null", "angka atau null";
        a_text: "a text", "teks";
        a_list: "a list", "daftar";
        an_object: "an object", "objek";
    }
}
