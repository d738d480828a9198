namespace AllianceBot.Cards;

/// <summary>A template with all that is needed to judge it.</summary>
internal sealed record LintedView(string File, SourceNode Template, string SampleFile, SourceNode Sample, Phrases Phrases, CardRules Rules);
