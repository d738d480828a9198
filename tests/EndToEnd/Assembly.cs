using EndToEnd.Harness;

[assembly: AssemblyFixture(typeof(Browser))]

// A browser, a Playground or more and the bot fill two cores; and a menu that is open in one page closes when another page is pressed.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
