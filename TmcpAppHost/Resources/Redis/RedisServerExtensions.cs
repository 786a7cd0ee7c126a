using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tmcp.AppHost.Containers;
using Tmcp.AppHost.Redis;

namespace Tmcp.AppHost;

/// <summary>Redis in the graph.</summary>
internal static class RedisServerExtensions
{
    private const string Image = "library/redis:8.6";
    private const string EndpointName = "tcp";
    private const string Program = "redis-server";
    private const int PublicPort = 6379;

    /// <summary>
    /// Adds Redis with an append-only file: its container where one can run, else <c>redis-server</c> of this machine, else the emulator.
    /// </summary>
    internal static IResourceBuilder<IResourceWithEndpoints> AddRedisServer(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource> password)
    {
        var choice = ContainerChoice.For(builder, Image);
        if (choice.InContainer)
            return builder.AddContainer(name, password, choice.Reason);
        return ProgramSearch.Find(Program) is { } program
            ? builder.AddProgram(name, program, password)
            : builder.AddEmulator(name, password, choice.Reason);
    }

    /// <summary>Gives a service the connection string <c>ConnectionStrings__redis</c> and its parts <c>REDIS_HOST</c>, <c>REDIS_PORT</c>, <c>REDIS_PASSWORD</c>, <c>REDIS_URI</c>.</summary>
    internal static IResourceBuilder<T> WithRedis<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithEndpoints> redis)
        where T : IResourceWithEnvironment
    {
        if (redis.Resource is IResourceWithConnectionString server)
            return builder.WithReference(builder.ApplicationBuilder.CreateResourceBuilder(server));

        var address = redis.Resource.Annotations.OfType<RedisAddress>().Single();
        builder.WithEnvironment($"ConnectionStrings__{redis.Resource.Name}", address.ConnectionString).WithRelationship(redis.Resource, "Reference");
        foreach (var (part, value) in address.Properties)
            builder.WithEnvironment($"{redis.Resource.Name}_{part}".ToUpperInvariant(), value);
        return builder;
    }

    private static IResourceBuilder<RedisResource> AddContainer(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource> password, string reason)
    {
        var redis = builder.AddRedis(name, PublicPort, password)
            .WithIconName("DatabaseLightning")
            .WithAnnotation(new BackingAnnotation($"container {Image} ({reason})"))
            // The last argument is the shell's command line. A snapshot a minute would lose accepted work; the append-only file loses a second at most.
            .WithArgs(context => context.Args[^1] = $"{context.Args[^1]} --appendonly yes --maxmemory 256mb --maxmemory-policy noeviction");
        return builder.ExecutionContext.IsPublishMode
            ? redis.WithVolume("redis-data", "/data")
            : redis.WithBindMount(DataOf(builder, name), "/data").AsHostUser();
    }

    private static IResourceBuilder<RedisProgramResource> AddProgram(
        this IDistributedApplicationBuilder builder, string name, string program, IResourceBuilder<ParameterResource> password)
    {
        var data = DataOf(builder, name);
        var configuration = Path.Combine(data, "redis.conf");
        var redis = builder.AddResource(new RedisProgramResource(name, program, builder.AppHostDirectory, EndpointName, password.Resource))
            .WithEndpoint(port: PublicPort, scheme: "redis", name: EndpointName);
        var endpoint = redis.GetEndpoint(EndpointName);
        return redis
            .WithArgs(async context =>
            {
                var secret = await password.Resource.GetValueAsync(context.CancellationToken) ?? "";
                await RedisConfiguration.WriteAsync(configuration, data, secret, context.CancellationToken);
                context.Args.Add(configuration);
                context.Args.Add("--port");
                context.Args.Add(endpoint.Property(EndpointProperty.TargetPort));
            })
            .WithPing(endpoint, password)
            .WithIconName("DatabaseLightning")
            .WithAnnotation(new BackingAnnotation($"{Program} on PATH, data in {Path.GetRelativePath(Environment.CurrentDirectory, data)}"));
    }

    private static IResourceBuilder<ProjectResource> AddEmulator(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource> password, string reason)
    {
        var redis = builder.AddProject<Projects.TmcpEmulators>(name)
            .WithArgs("redis", "--data", DataOf(builder, name))
            .WithEndpoint(port: PublicPort, scheme: "redis", name: EndpointName, env: "REDIS_PORT")
            .WithEnvironment("REDIS_PASSWORD", password)
            .WithIconName("DatabaseLightning")
            .ExcludeFromManifest();
        var endpoint = redis.GetEndpoint(EndpointName);
        return redis
            .WithPing(endpoint, password)
            .WithAnnotation(new RedisAddress(endpoint, password.Resource))
            .WithAnnotation(new BackingAnnotation($"emulator: no {Program} on PATH, and {reason}"));
    }

    private static IResourceBuilder<T> WithPing<T>(this IResourceBuilder<T> builder, EndpointReference endpoint, IResourceBuilder<ParameterResource> password)
        where T : IResource
    {
        var key = $"{builder.Resource.Name}_ping";
        builder.ApplicationBuilder.Services.AddHealthChecks().Add(
            new HealthCheckRegistration(key, _ => new RedisPing(endpoint, password.Resource), failureStatus: null, tags: null));
        return builder.WithHealthCheck(key);
    }

    private static string DataOf(IDistributedApplicationBuilder builder, string name)
    {
        var folder = Path.Combine(builder.GetTmcpOptions().DataFolder, name);
        if (builder.ExecutionContext.IsRunMode)
            Directory.CreateDirectory(folder);
        return folder;
    }
}
