using EndToEnd.Harness;

[assembly: AssemblyFixture(typeof(Browser))]

// Two cores: a browser, a Playground or two and the bot fill them; a second test beside would only make both slow.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
