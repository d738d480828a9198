namespace AllianceBot.Cards.Tests;

/// <summary>A model for the example card, made in code as a presenter makes one.</summary>
internal static class ExampleModel
{
    private static readonly string[] Rows = ["Referral form v2", "Two rooms for the job fair", "Intake hours", "Shared flyer", "Van for the fair", "Job list"];

    public static CardModel Make(Phrases phrases, string name) => new(24)
    {
        ["item"] = "P12",
        ["revision"] = 3,
        ["users"] = CardValue.Values("29:ana", "29:tom"),
        ["line"] = phrases.Text("en", "example.note", ("who", name)),
        ["asker"] = new CardModel { ["name"] = name, ["partner"] = "Harbor Youth Center" },
        ["due"] = "Friday 4 December 2026",
        ["words"] = "We need it before the job fair; it takes about (2-3) hours.",
        ["state"] = "At risk",
        ["colour"] = CardValue.Token("attention"),
        ["rows"] = CardValue.List(Rows, what => new CardModel { ["number"] = "P12", ["what"] = what, ["late"] = what.Length > 16, ["helpers"] = Helpers }),
        ["noteFor"] = phrases.Text("en", "example.note", ("who", "Mei")),
        ["hours"] = 6,
        ["day"] = CardValue.Token("2026-12-04"),
        ["shares"] = new CardModel[] { new() { ["name"] = "On time", ["value"] = 7 }, new() { ["name"] = "Late", ["value"] = 2.5 } },
        ["names"] = CardValue.Values("Ana", "Tom", "Mei"),
        ["open"] = phrases.Text("en", "example.open", ("count", 3)),
    };

    private static CardModel[] Helpers => [new() { ["name"] = "Priya Nair", ["id"] = "p7" }];
}
