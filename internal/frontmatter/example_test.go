package frontmatter_test

import (
	"fmt"

	"pressroom/internal/frontmatter"
)

const file = "+++\n# Ask Lia before this goes out.\nheadline = \"Night ferry\"\ncrossings = \"two\"\n+++\nBody.\n"

// A file is read key by key; what is wrong is collected with its place.
func ExampleSplit() {
	doc, diags := frontmatter.Split("night-ferry.md", []byte(file))
	if doc == nil {
		fmt.Println(diags)
		return
	}
	root := doc.Root()
	fmt.Println(root.String("headline"))
	fmt.Println(root.Int("crossings", 1))
	root.Done(nil)
	fmt.Println(doc.Diagnostics())
	// Output:
	// Night ferry
	// 1
	// night-ferry.md:4:13: error: crossings must be a whole number, not a string [type]
}

// An edit changes what it says and keeps every other byte.
func ExampleDocument_Set() {
	doc, diags := frontmatter.Split("night-ferry.md", []byte(file))
	if doc == nil {
		fmt.Println(diags)
		return
	}
	out, err := doc.Set("", "headline", frontmatter.Quote("Night ferry returns"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s", out)
	// Output:
	// +++
	// # Ask Lia before this goes out.
	// headline = "Night ferry returns"
	// crossings = "two"
	// +++
	// Body.
}
