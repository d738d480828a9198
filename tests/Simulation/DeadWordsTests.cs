using System.Diagnostics;
using System.Text;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Engine.Tests;
using AllianceBot.Stores.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;

namespace Simulation;

/// <summary>Words that die, from the command to the bytes of the file and the cards that people have before them.</summary>
public sealed class DeadWordsTests : IAsyncDisposable
{
    private static readonly AllianceId Here = new("al0");
    private static readonly PartnerId Doing = Cast.PartnersOf(Here)[1];
    private static readonly PartnerId Receiving = Cast.PartnersOf(Here)[2];
    private static readonly CommitmentId Promise = new("room");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dead-words-");
    private readonly StillClock clock = new(Instant.FromUtc(2026, 11, 2, 15, 0));
    // What has no id can never be reached again, so that the words on it stay: no promise is made about those.
    private readonly Outside outside = new(new Seeded(1)) { NamelessOneIn = 0 };
    private readonly Machine machine;
    private int asks;

    public DeadWordsTests() => machine = new(Open(), async last =>
    {
        await last!.DisposeAsync();
        return Open();
    }, outside, Traced.Real(), new Seeded(2), clock);

    [Fact]
    public async Task Own_words_leave_the_file_and_every_card_and_who_said_them_when_stays()
    {
        await FoundAsync();
        await DoAsync(new AddNote(Promise, Revision(await StateAsync()), Ask(), Said("The caretaker Mr Smith is ill."), Question: false), Cast.Staff(Doing));
        for (var n = 0; n < 9; n++)
        {
            // A notice each, so that there are more cards than the newest few.
            await DoAsync(new AddNote(Promise, Revision(await StateAsync()), Ask(), Said($"More {n}."), Question: true), Cast.Staff(Doing));
            clock.Move(Duration.FromHours(24));
            await machine.SettleAsync();
        }

        Assert.True(Cards().Count(static card => card.Contains("Mr Smith", StringComparison.Ordinal)) > 5, "Too few cards show it.");
        var said = Forgetting.OwnOf(await StateAsync(), Cast.Staff(Doing), Promise).Single(static one => one.Text.Contains("Smith", StringComparison.Ordinal));
        var bytes = (await machine.Store.LoadAsync(Here, CancellationToken.None)).Words.Single(row => row.Id == said.Id).Sealed.ToArray();
        Assert.True(Files().AsSpan().IndexOf(bytes) >= 0, "The words were not in the file to begin with.");
        await DoAsync(new Redact(Promise, said.Id, Ask()), Cast.Staff(Doing));
        Assert.True(Files().AsSpan().IndexOf(bytes.AsSpan(0, 24)) < 0, "The sealed words are still in the file.");
        Assert.DoesNotContain(Cards(), static card => card.Contains("Mr Smith", StringComparison.Ordinal));

        await machine.DieAsync();
        var noted = (await StateAsync()).Commitments[Promise].History.First(static line => line.What == "commitment.noted");
        Assert.Equal((Cast.Staff(Doing), null), (noted.By, noted.Said!.Text));
    }

    [Fact]
    public async Task A_process_that_died_before_every_card_was_emptied_goes_on_with_it()
    {
        await FoundAsync();
        await DoAsync(new AddNote(Promise, Revision(await StateAsync()), Ask(), Said("The caretaker Mr Smith is ill."), Question: true), Cast.Staff(Doing));
        clock.Move(Duration.FromHours(24));
        await machine.SettleAsync();
        Assert.Contains(Cards(), static card => card.Contains("Mr Smith", StringComparison.Ordinal));
        var said = Forgetting.OwnOf(await StateAsync(), Cast.Staff(Doing), Promise).Single(static one => one.Text.Contains("Smith", StringComparison.Ordinal));
        clock.Move(EngineLimits.ShownLater + Duration.FromSeconds(1));
        await machine.SettleAsync();
        await machine.DriveAsync(machine.Engine.AskAsync(Here, new Redact(Promise, said.Id, Ask()), Cast.Staff(Doing), new(""), CancellationToken.None).AsTask());
        await machine.DieAsync();
        clock.Move(Duration.FromHours(1));
        await StateAsync();
        await machine.SettleAsync();
        Assert.DoesNotContain(Cards(), static card => card.Contains("Mr Smith", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_day_that_the_charter_names_takes_the_words_the_key_and_the_cards_and_leaves_a_trace()
    {
        await FoundAsync();
        await AdoptAsync(new Retention(30, 30, 30));
        var before = (await machine.Store.LoadAsync(Here, CancellationToken.None)).Keys.Single(static key => key.Shelf == Shelf.Of(Promise).Value).Key.ToArray();
        var words = (await machine.Store.LoadAsync(Here, CancellationToken.None)).Words.Where(static row => row.Shelf == Shelf.Of(Promise).Value).ToList();
        await DoAsync(new ReleaseCommitment(Promise, Revision(await StateAsync()), Ask(), Said("No longer needed.")), Cast.Staff(Receiving));
        Assert.Contains(Cards(), static card => card.Contains("A room with a window", StringComparison.Ordinal));
        await WalkAsync(Duration.FromDays(29));
        Assert.Null((await StateAsync()).Commitments[Promise].WordsGone);
        await WalkAsync(Duration.FromDays(3));
        var promise = (await StateAsync()).Commitments[Promise];
        Assert.NotNull(promise.WordsGone);
        Assert.Equal(CommitmentState.Released, promise.State);
        Assert.Contains(promise.History, static line => line.What == "words.forgotten");
        var files = Files();
        Assert.True(files.AsSpan().IndexOf(before) < 0, "The key is still in the file.");
        Assert.All(words, row => Assert.True(files.AsSpan().IndexOf(row.Sealed.Span[..24]) < 0, $"{row.Id} is still in the file."));
        Assert.DoesNotContain(Cards(), static card => card.Contains("A room with a window", StringComparison.Ordinal));
        Assert.Contains(Cards(), static card => card.Contains("destroyed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_statements_of_a_case_leave_the_file_and_every_card_on_the_day_that_its_process_names()
    {
        await FoundAsync();
        await RatifyAsync();
        var one = new CaseId("quarrel");
        await DoAsync(new OpenCase(one, Ask(), ConflictKind.MissedCommitment, Said("Mr Smith never came."), null, [new(Doing, Cast.Staff(Doing))], null, null, null), Cast.Staff(Receiving));
        await DoAsync(new AcknowledgeCase(one, await RevisionAsync(one), Ask()), Cast.Staff(Doing));
        foreach (var by in (PersonId[])[Cast.Staff(Doing), Cast.Staff(Receiving)])
        {
            var ask = Ask();
            await DoAsync(
                new GiveStatement(one, await RevisionAsync(one), ask, new($"{ask}.1", $"Mr Smith told {by}"), new($"{ask}.2", "Quiet"), new($"{ask}.3", "A day"), []), by);
        }

        await DoAsync(new ReferCase(one, await RevisionAsync(one), Ask(), Said("Mr Smith went to court.")), Cast.Staff(Receiving));
        var loaded = await machine.Store.LoadAsync(Here, CancellationToken.None);
        var key = loaded.Keys.Single(key => key.Shelf == Shelf.Of(one).Value).Key.ToArray();
        var words = loaded.Words.Where(row => row.Shelf == Shelf.Of(one).Value).Select(static row => row.Sealed.ToArray()).ToList();
        Assert.True(words.Count > 7, $"Only {words.Count} words lie on the case's shelf.");
        Assert.All(words, sealedWords => Assert.True(Files().AsSpan().IndexOf(sealedWords) >= 0, "The words were not in the file to begin with."));
        Assert.Contains(Cards(), static card => card.Contains("Mr Smith", StringComparison.Ordinal));
        await WalkAsync(Duration.FromDays(29));
        Assert.Null((await StateAsync()).Cases[one].WordsGone);
        await WalkAsync(Duration.FromDays(3));
        Assert.NotNull((await StateAsync()).Cases[one].WordsGone);
        var files = Files();
        Assert.True(files.AsSpan().IndexOf(key) < 0, "The key is still in the file.");
        Assert.All(words, sealedWords => Assert.True(files.AsSpan().IndexOf(sealedWords.AsSpan(0, 24)) < 0, "Some of the sealed words are still in the file."));
        Assert.DoesNotContain(Cards(), static card => card.Contains("Mr Smith", StringComparison.Ordinal));

        await machine.DieAsync();
        var after = (await StateAsync()).Cases[one];
        Assert.Equal((CaseState.Referred, 1), (after.State, after.Rung));
        Assert.All(after.Items, static item => Assert.Null(item.Text.Text));
        Assert.Contains(after.History, static line => line.What == "case.referred");
    }

    public async ValueTask DisposeAsync()
    {
        await machine.Store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static int Revision(Alliance state) => state.Commitments[Promise].Revision;

    private SqliteStore Open() => SqliteStore.Open(new(Path.Combine(folder.FullName, "bot.db")), NullLogger<SqliteStore>.Instance);

    private AskId Ask() => new($"ask{++asks}");

    private Words Said(string text) => new($"ask{asks}.1", text);

    private async Task<Alliance> StateAsync() => (await machine.Engine.FindAsync(Here, CancellationToken.None))!;

    /// <summary>An alliance with a promise that both sides agreed on.</summary>
    private async Task FoundAsync()
    {
        await machine.StartAsync();
        foreach (var (command, by) in Cast.SetUp(Here)) await DoAsync(command, by);
        foreach (var person in Cast.PeopleOf(Here))
        {
            var handle = new Handle("outside", "tenant", person.Value, HasObjectId: true);
            machine.Engine.Directory.Saw(new(handle, Outside.AddressOf(person), new Typed("hello"), ""), person);
        }

        var ask = Ask();
        var terms = new Terms(
            new($"{ask}.1", "A room with a window"), new($"{ask}.2", "The key is there"), new(2026, 12, 18), Doing, Cast.Staff(Doing), Receiving,
            Cast.Staff(Receiving), null);
        await DoAsync(new RequestCommitment(Promise, ask, terms, null, true), Cast.Staff(Receiving));
        await DoAsync(new AcceptCommitment(Promise, Revision(await StateAsync()), Ask(), null), Cast.Staff(Doing));
    }

    private async Task AdoptAsync(Retention retention)
    {
        await DoAsync(new DraftCharter(new() { Retention = retention }, Ask()), Cast.Facilitator);
        var (decision, ask) = (new DecisionId("charter"), Ask());
        await DoAsync(
            new ProposeDecision(decision, ask, new(new($"{ask}.1", "Charter"), new($"{ask}.2", "Charter"), DecisionMethod.AllAgree, 0, new(2026, 11, 20), Matter.Charter)),
            Cast.Facilitator);
        foreach (var partner in Cast.PartnersOf(Here))
        {
            var revision = (await StateAsync()).Decisions[decision].Revision;
            await DoAsync(new GiveVoice(decision, revision, Ask(), null, Position.Agree, null, null), Cast.Manager(partner));
        }

        Assert.NotNull((await StateAsync()).Charter.Current);
    }

    /// <summary>A process of one rung with statements, kept for thirty days.</summary>
    private async Task RatifyAsync()
    {
        var (process, decision, ask) = (new ProcessId("process"), new DecisionId("ratifying"), Ask());
        await DoAsync(
            new StartProcess(process, ask, new(
                new($"{ask}.1", "How we sort things out"), [ConflictKind.MissedCommitment],
                [new(new($"{ask}.2", "Talk"), RungPeople.Concerned, new($"{ask}.3", "Meet"), 10) { StatementsNeeded = true }],
                FinalOutcome.ClosedOpen, [], [new(Response.Reminder, new($"{ask}.4", "A word"))], 30, 10, 5)),
            Cast.Manager(Doing));
        ask = Ask();
        await DoAsync(
            new ProposeDecision(decision, ask, new(
                new($"{ask}.1", "A process"), new($"{ask}.2", "A process"), DecisionMethod.AllAgree, 0, new(2026, 11, 20), new(MatterKind.Process) { Process = process })),
            Cast.Manager(Doing));
        foreach (var partner in Cast.PartnersOf(Here)) await DoAsync(new GiveVoice(decision, 1, Ask(), null, Position.Agree, null, null), Cast.Manager(partner));
        Assert.NotNull((await StateAsync()).Processes[process].Current);
    }

    private async Task<int> RevisionAsync(CaseId one) => (await StateAsync()).Cases[one].Revision;

    private async Task DoAsync(Command command, PersonId by)
    {
        var decided = machine.Engine.AskAsync(Here, command, by, new(""), CancellationToken.None).AsTask();
        await machine.DriveAsync(decided);
        Assert.Null((await decided).Refusal);
        clock.Move(Duration.FromMinutes(3));
        await machine.SettleAsync();
    }

    private async Task WalkAsync(Duration span)
    {
        var end = clock.GetCurrentInstant() + span;
        while (await machine.Engine.NextAsync(CancellationToken.None) is { } next && next < end)
        {
            clock.MoveTo(Instant.Max(next, clock.GetCurrentInstant() + Duration.FromMilliseconds(1)));
            await machine.SettleAsync();
        }

        clock.MoveTo(end);
        await machine.SettleAsync();
    }

    /// <summary>What stands on people's screens: of each message what it showed last.</summary>
    private List<string> Cards() => [.. outside.Arrivals.GroupBy(static one => (one.Conversation, one.Message)).Select(static one => one.Last().Text)];

    // Read by another process: one that opens and closes a database's file loses all its own locks on it.
    private byte[] Files()
    {
        var paths = Directory.GetFiles(folder.FullName, "bot.db*").Where(static path => !path.EndsWith(".lock", StringComparison.Ordinal));
        using var cat = System.Diagnostics.Process.Start(new ProcessStartInfo("cat", paths) { RedirectStandardOutput = true })!;
        using var bytes = new MemoryStream();
        cat.StandardOutput.BaseStream.CopyTo(bytes);
        Assert.True(cat.WaitForExit(TimeSpan.FromSeconds(60)));
        var all = bytes.ToArray();
        Assert.True(all.AsSpan().IndexOf(Encoding.UTF8.GetBytes("Mr Smith")) < 0, "There are readable words in the file.");
        return all;
    }
}
