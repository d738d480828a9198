using AllianceBot.Engine;
using AllianceBot.Try;
using AllianceBot.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AllianceBot.Tests.Try;

/// <summary>A newcomer may write in the moment in which the bot listens and the sample is still being told.</summary>
public sealed class SampleAllianceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("alliancebot");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_writes_while_it_is_loaded_waits_for_it_and_a_later_start_finds_the_same()
    {
        var app = await StartAsync();
        var sample = app.Services.GetRequiredService<SampleAlliance>();
        var early = sample.IdAsync(Ct);
        Assert.False(early.IsCompleted);
        Assert.Equal("Riverbend Works", await sample.LoadAsync(Ct));
        var alliance = await app.Services.GetRequiredService<AllianceEngine>().FindAsync(await early, Ct);
        Assert.Equal("Riverbend Works", alliance!.Name!.Text);
        await EndAsync(app);

        var next = await StartAsync();
        var later = next.Services.GetRequiredService<SampleAlliance>();
        Assert.Equal("Riverbend Works", await later.LoadAsync(Ct));
        Assert.Equal(await early, await later.IdAsync(Ct));
        await EndAsync(next);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task EndAsync(WebApplication app)
    {
        await app.StopAsync(Ct);
        await app.DisposeAsync();
    }

    private async Task<WebApplication> StartAsync()
    {
        var given = new Dictionary<string, string?> { ["Bot:Url"] = "http://127.0.0.1:0", ["Bot:Data"] = folder.FullName, ["Teams:AllowAnonymous"] = "true", ["Logging:LogLevel:Default"] = "Warning" };
        var app = await Bot.BuildAsync([], isTry: true, given, Ct);
        await app.StartAsync(Ct);
        return app;
    }
}
