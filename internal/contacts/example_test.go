package contacts_test

import (
	"fmt"

	"pressroom/internal/contacts"
)

// Press lists and segments become one book: an address on two lists is one journalist.
func ExampleRead() {
	book, diags := contacts.Read([]contacts.File{
		{Name: "contacts/coast.csv", Data: []byte("email,name,beats\nlia@bay.example,Lia Storm,ferries\nmax@sound.example,Max Otter,weather\n")},
		{Name: "contacts/state.csv", Data: []byte("email,beats,language\nLIA@bay.example,transport,es\nnobody,,\n")},
		{Name: "contacts/segments.toml", Data: []byte("[segment.ferries]\nwhere = '\"ferries\" in beats and language == \"es\"'\n")},
	})
	fmt.Println(diags)
	for _, name := range book.Names() {
		list, err := book.Pick(name)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, j := range list {
			fmt.Println(name, j.Key, j.Beats)
		}
	}
	// Output:
	// contacts/state.csv:3:1: error: "nobody" is not an e-mail address [row]
	// coast lia@bay.example [ferries transport]
	// coast max@sound.example [weather]
	// ferries lia@bay.example [ferries transport]
	// state lia@bay.example [ferries transport]
}
