using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("AllianceBot.Tests")]
[assembly: InternalsVisibleTo("Benchmarks")]
