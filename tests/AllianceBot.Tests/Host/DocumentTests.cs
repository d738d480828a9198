using System.Collections.Concurrent;
using System.Net;
using AllianceBot.Cards;
using AllianceBot.Conversation;
using AllianceBot.Documents;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Try.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Xunit;

namespace AllianceBot.Tests.Host;

/// <summary>What a browser gets behind an address, and what nobody gets.</summary>
public sealed class DocumentTests : IAsyncLifetime
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 22, 0);
    private readonly Kept logs = new();
    private readonly Hours time = new();
    private readonly Sample sample = new();
    private DocumentLinks links = null!;
    private WebApplication app = null!;
    private HttpClient client = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        DocumentEndpoint.KeepOutOfLogs(builder.Logging);
        var port = ProgramRun.FreePort();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        links = new(new($"http://127.0.0.1:{port}"), time, Chance.OfTheSystem);
        builder.Services.AddSingleton(links).AddSingleton<DocumentDesk>().AddSingleton<IAlliances>(sample)
            .AddSingleton(CardLibrary.Load(Path.Combine(AppContext.BaseDirectory, "cards")));
        app = builder.Build();
        app.MapDocuments();
        await app.StartAsync(Ct);
        client = new() { BaseAddress = new($"http://127.0.0.1:{port}") };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        logs.Dispose();
    }

    [Fact]
    public async Task A_page_comes_with_nothing_that_keeps_it_or_runs_in_it()
    {
        using var answer = await client.GetAsync(Address(DocumentFormat.Page), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src '{PageStyle.Hash}'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        var html = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Contains("Harbor Youth Center", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_table_is_a_file_to_keep()
    {
        using var answer = await client.GetAsync(Address(DocumentFormat.Csv), Ct);
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename=\"partner-record.csv\"", answer.Content.Headers.ContentDisposition!.ToString());
    }

    [Fact]
    public async Task What_is_wrong_with_an_address_cannot_be_told_from_the_answer()
    {
        var old = Address(DocumentFormat.Page);
        time.Pass(DocumentLinks.Life);
        var gone = Address(DocumentFormat.Page, "nobody-of-this-alliance");
        var others = Address(DocumentFormat.Page, sample.Person("Mei Chen").Value);
        var answers = new List<string>();
        foreach (var address in (Uri[])[old, gone, others, new("/d/AAAAAAAAAAAAAAAAAAAAAA", UriKind.Relative), new("/d/x", UriKind.Relative)])
        {
            using var answer = await client.GetAsync(address, Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            answers.Add(string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(static one => one.Key != "Date")
                .Select(static one => $"{one.Key}: {string.Join(',', one.Value)}").Order(StringComparer.Ordinal)) + await answer.Content.ReadAsStringAsync(Ct));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task The_token_is_in_no_line_of_any_log_however_much_is_logged()
    {
        var address = Address(DocumentFormat.Page);
        using (await client.GetAsync(address, Ct))
        {
            time.Pass(DocumentLinks.Life);
        }

        using var over = await client.GetAsync(address, Ct);
        Assert.Equal(HttpStatusCode.NotFound, over.StatusCode);
        var token = address.Segments[^1];
        Assert.NotEmpty(logs.Lines);
        Assert.DoesNotContain(logs.Lines, line => line.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_reading_is_answered()
    {
        using var answer = await client.PostAsync(Address(DocumentFormat.Page), null, Ct);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    private Uri Address(DocumentFormat format, string? reader = null) => links.Link(
        sample.Alliance.Id, reader is null ? sample.Person("Tom Okafor") : new(reader),
        new(DocumentKind.Record, sample.Partner("Harbor Youth Center")) { Format = format }, "en")!;

    private sealed class Hours : TimeProvider
    {
        private DateTimeOffset now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now;

        public void Pass(TimeSpan span) => now += span;
    }

    /// <summary>The sample alliance to read, and nothing else.</summary>
    private sealed class Sample : IAlliances, IClock
    {
        public Sample()
        {
            var ids = 0;
            Alliance = Riverbend.Tell(() => $"id{++ids}", Now).Alliance;
        }

        public Alliance Alliance { get; }

        public IClock Clock => this;

        public PersonId Person(string name) => Alliance.People.Single(person => person.Name.Text == name).Id;

        public PartnerId Partner(string name) => Alliance.Partners.Single(partner => partner.Name.Text == name).Id;

        public Instant GetCurrentInstant() => Now;

        public ValueTask<Alliance?> FindAsync(AllianceId alliance, CancellationToken ct) => new(alliance == Alliance.Id ? Alliance : null);

        public ValueTask<Decided> AskAsync(AllianceId alliance, Command command, PersonId by, AskEnvelope envelope, CancellationToken ct) =>
            throw new NotSupportedException();

        public ValueTask<int?> SeenAsync(AllianceId alliance, Subject subject, PersonId person, CancellationToken ct) => throw new NotSupportedException();

        public void Showed(ShownRow shown) => throw new NotSupportedException();

        public Task<PlaceMembers> MembersAsync(Address place, string page, CancellationToken ct) => throw new NotSupportedException();

        public string NewId() => throw new NotSupportedException();
    }

    /// <summary>Keeps every line that anybody logs.</summary>
    private sealed class Kept : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {state} {exception}");

        public void Dispose()
        {
        }
    }
}
