using System.Reflection;
using System.Text;
using System.Text.Json;
using AllianceBot.Domain;
using NodaTime;
using Xunit;

namespace AllianceBot.Engine.Tests;

public sealed class EventJsonTests
{
    private static readonly Dictionary<string, string> NoTexts = [];

    public static TheoryData<string> Types => [.. Made.EventTypes.Select(static type => type.Name)];

    [Fact]
    public void Every_event_has_a_name_of_its_own_and_is_registered()
    {
        var names = Made.EventTypes.ToDictionary(
            static type => type, static type => type.GetCustomAttribute<EventNameAttribute>(inherit: false)?.Name);
        Assert.All(names, static pair => Assert.Matches("^[a-z][a-z0-9-]*([.][a-z][a-z0-9-]*)+[.]v[0-9]+$", pair.Value));
        Assert.Equal(names.Count, names.Values.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(names.Values.Order(StringComparer.Ordinal), EventJson.Instance.Names);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_event_comes_back_as_it_was_written(string name)
    {
        foreach (var full in new[] { true, false })
        {
            var happened = Made.Event(Made.EventTypes.Single(type => type.Name == name), full);
            var (stored, json) = EventJson.Instance.Write(happened, []);
            Assert.Equal(happened, EventJson.Instance.Read(stored, json, NoTexts));
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_event_has_a_sample_for_each_version_ever_stored(string name)
    {
        var happened = Made.Event(Made.EventTypes.Single(type => type.Name == name), full: true);
        var (stored, json) = EventJson.Instance.Write(happened, []);
        Assert.True(
            File.Exists(Sample(stored)),
            $"Put this into tests/AllianceBot.Engine.Tests/Samples/{stored}.json and never change it again:\n{Encoding.UTF8.GetString(json)}");
    }

    [Fact]
    public void Every_sample_ever_stored_still_loads()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*.json"))
        {
            var happened = EventJson.Instance.Read(Path.GetFileNameWithoutExtension(path), File.ReadAllBytes(path), NoTexts);
            Assert.NotNull(happened.By.Value);
            Assert.NotNull(happened.Ask.Value);
            Assert.NotEqual(default, happened.At);
        }
    }

    [Fact]
    public void The_bytes_hold_ids_and_facts_but_no_text()
    {
        var words = new List<Words>();
        var noted = new CommitmentNoted(new("c1"), Side.Doer, new("a1.0", "The clinic is closed"), Question: false)
        {
            By = new("ana"),
            At = Instant.FromUtc(2026, 11, 20, 8, 30),
            Ask = new("a1"),
        };
        var (name, json) = EventJson.Instance.Write(noted, words);
        Assert.Equal("commitment.noted.v1", name);
        Assert.Equal(
            """{"commitment":"c1","side":"doer","said":"a1.0","question":false,"by":"ana","at":"2026-11-20T08:30:00Z","ask":"a1"}""",
            Sorted(Encoding.UTF8.GetString(json)));
        Assert.Equal("The clinic is closed", Assert.Single(words).Text);
    }

    [Fact]
    public void Words_get_their_text_when_it_is_still_there()
    {
        var noted = new CommitmentNoted(new("c1"), Side.Doer, new("a1.0", "Lent for a week"), Question: true);
        var (name, json) = EventJson.Instance.Write(noted, []);
        var there = (CommitmentNoted)EventJson.Instance.Read(name, json, new Dictionary<string, string> { ["a1.0"] = "Lent for a week" });
        var gone = (CommitmentNoted)EventJson.Instance.Read(name, json, NoTexts);
        Assert.Equal("Lent for a week", there.Said.Text);
        Assert.Null(gone.Said.Text);
        Assert.Equal(there, gone);
    }

    [Fact]
    public void Fields_of_a_newer_version_are_passed_over_and_missing_ones_get_their_defaults()
    {
        var json = """{"commitment":"c1","newer":{"a":[1,2]},"by":"ana","at":"2026-11-20T08:30:00Z","ask":"a1"}"""u8;
        var read = (CommitmentAtRisk)EventJson.Instance.Read("commitment.at-risk.v1", json, NoTexts);
        Assert.Equal(new CommitmentId("c1"), read.Commitment);
        Assert.Null(read.Reason);
        Assert.False(read.HelpWanted);
    }

    [Fact]
    public void A_setting_that_an_old_event_did_not_know_has_its_default()
    {
        var json = """{"settings":{"answerByDays":7,"askFrom":"10:00:00"},"by":"ana","at":"2026-11-20T08:30:00Z","ask":"a1"}"""u8;
        var read = (SettingsChanged)EventJson.Instance.Read("alliance.settings-changed.v1", json, NoTexts);
        Assert.Equal(Settings.Default with { AnswerByDays = 7, AskFrom = new(10, 0) }, read.Settings);
    }

    [Fact]
    public void An_unknown_event_says_that_a_newer_version_is_needed()
    {
        var fault = Assert.Throws<InvalidDataException>(() => EventJson.Instance.Read("moon.landed.v1", "{}"u8, NoTexts));
        Assert.Contains("moon.landed.v1", fault.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => EventJson.Instance.Read("commitment.noted.v1", """{"side":"third"}"""u8, NoTexts));
    }

    [Theory]
    [InlineData(2026, 11, 20, 8, 30, 0, 0)]
    [InlineData(2026, 11, 20, 8, 30, 59, 1)]
    [InlineData(2026, 11, 20, 8, 30, 59, 999_999_999)]
    [InlineData(1, 1, 1, 0, 0, 0, 0)]
    [InlineData(9999, 12, 31, 23, 59, 59, 100)]
    [InlineData(-5, 12, 31, 23, 59, 59, 100)]
    public void Instants_come_back_to_the_nanosecond(int year, int month, int day, int hour, int minute, int second, int nanos)
    {
        var at = Instant.FromUtc(year, month, day, hour, minute, second).PlusNanoseconds(nanos);
        var (name, json) = EventJson.Instance.Write(new CommitmentLapsed(new("c1")) { At = at }, []);
        Assert.Equal(at, EventJson.Instance.Read(name, json, NoTexts).At);
    }

    [Fact]
    public void Every_kind_of_id_is_stored_as_its_text()
    {
        var options = StoredJson.Options(EventContext.Default);
        var ids = typeof(IId).Assembly.GetTypes().Where(static type => type.IsValueType && type.IsAssignableTo(typeof(IId)));
        Assert.All(ids, type => Assert.Contains(options.Converters, converter => converter.Type == type));
    }

    // Which of a record's properties come first is the generator's affair.
    private static string Sorted(string json)
    {
        using var document = JsonDocument.Parse(json);
        string[] order = ["commitment", "side", "said", "question", "by", "at", "ask"];
        Assert.Equal(order.Order(StringComparer.Ordinal), document.RootElement.EnumerateObject().Select(static p => p.Name).Order(StringComparer.Ordinal));
        return "{" + string.Join(',', order.Select(name => $"\"{name}\":{document.RootElement.GetProperty(name).GetRawText()}")) + "}";
    }

    private static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "Samples", name + ".json");
}
