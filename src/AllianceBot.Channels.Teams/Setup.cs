using AllianceBot.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AllianceBot.Channels.Teams;

/// <summary>Wires the channel into a host.</summary>
public static class Setup
{
    /// <summary>
    /// Adds the channel. It needs <see cref="IConverse"/>, and uses <see cref="IChannelMemory"/> and <see cref="TimeProvider"/>
    /// where the host has them.
    /// </summary>
    public static IServiceCollection AddTeamsChannel(this IServiceCollection services, TeamsSettings settings) =>
        services.AddTeamsParts(settings).AddTokenCheck();

    internal static IServiceCollection AddTokenCheck(this IServiceCollection services) =>
        services.AddHostedService(all => all.GetRequiredService<Parts>().TokenCheck);

    /// <summary>The channel without its first look at the login.</summary>
    /// <param name="host">Who speaks the protocol; the channel itself when nobody is named.</param>
    internal static IServiceCollection AddTeamsParts(
        this IServiceCollection services, TeamsSettings settings, Func<IServiceProvider, Parts, Hosted>? host = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(all => new Parts(settings, all, host));
        services.AddSingleton<IChannel>(all => all.GetRequiredService<Parts>().Channel);
        services.AddHostedService(all => all.GetRequiredService<Parts>().Replies);
        services.AddHostedService(all => all.GetRequiredService<Parts>().KeyRefresh);
        services.AddSingleton(all => all.GetRequiredService<Parts>().Outgoing);
        return services;
    }

    /// <summary>Maps POST /api/messages; other methods answer 405.</summary>
    /// <exception cref="InvalidOperationException">Anonymous callers or addresses of this machine are allowed outside Development.</exception>
    public static IEndpointConventionBuilder MapTeams(this IEndpointRouteBuilder endpoints)
    {
        var parts = endpoints.ServiceProvider.GetRequiredService<Parts>();
        if (parts.IsTrusting && !endpoints.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            throw new InvalidOperationException("Teams:AllowAnonymous is for Development only: without a token anybody could speak for anybody.");
        }

        return endpoints.MapPost("/api/messages", parts.Endpoint.HandleAsync);
    }
}
