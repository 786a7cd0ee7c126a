using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Redis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Adds and refines Redis servers.</summary>
public static class RedisBuilderExtensions
{
    private const int TargetPort = 6379;
    private const string DataFolder = "/data";
    private const string PasswordVariable = "REDIS_PASSWORD";

    // Redis' own default for a volume: a snapshot a minute when anything changed.
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(60);

    /// <summary>Adds Redis in a container, with a generated password.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name, which is also the name of its connection string.</param>
    /// <param name="port">The public port. Null: any.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<RedisResource> AddRedis(this IDistributedApplicationBuilder builder, string name, int? port) =>
        builder.AddRedis(name, port, password: null);

    /// <summary>Adds Redis in a container.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name, which is also the name of its connection string.</param>
    /// <param name="port">The public port. Null: any.</param>
    /// <param name="password">The password. Null: one is generated, the parameter <c>name-password</c>.</param>
    /// <returns>The resource.</returns>
    public static IResourceBuilder<RedisResource> AddRedis(
        this IDistributedApplicationBuilder builder,
        string name,
        int? port = null,
        IResourceBuilder<ParameterResource>? password = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        var redis = new RedisResource(
            name, password?.Resource ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password", special: false));
        var check = $"{name}_check";
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(check, _ => new RedisHealthCheck(redis), failureStatus: null, tags: null));
        return builder.AddResource(redis)
            .WithEndpoint(port: port, targetPort: TargetPort, scheme: "redis", name: RedisResource.PrimaryEndpointName)
            .WithImage(RedisContainerImage.Image, RedisContainerImage.Tag)
            .WithImageRegistry(RedisContainerImage.Registry)
            .WithHealthCheck(check)
            .WithEntrypoint("/bin/sh")
            .WithEnvironment(context =>
            {
                if (redis.PasswordParameter is { } secret)
                    context.EnvironmentVariables[PasswordVariable] = secret;
            })
            .WithArgs(context =>
            {
                context.Args.Add("-c");
                context.Args.Add(string.Join(' ', CommandOf(redis)));
            });
    }

    /// <summary>Keeps the data in a volume; unless read-only, the server then writes snapshots to it.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The volume. Null: a name made of application and resource.</param>
    /// <param name="isReadOnly">Whether the server may not write to it. Default: false.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<RedisResource> WithDataVolume(this IResourceBuilder<RedisResource> builder, string? name = null, bool isReadOnly = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithVolume(name ?? VolumeNameGenerator.Generate(builder, "data"), DataFolder, isReadOnly).Persisting(isReadOnly);
    }

    /// <summary>Keeps the data in a directory of this machine; unless read-only, the server then writes snapshots to it.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="source">The directory, absolute or relative to the AppHost's.</param>
    /// <param name="isReadOnly">Whether the server may not write to it. Default: false.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<RedisResource> WithDataBindMount(this IResourceBuilder<RedisResource> builder, string source, bool isReadOnly = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(source);
        return builder.WithBindMount(source, DataFolder, isReadOnly).Persisting(isReadOnly);
    }

    /// <summary>Sets when the server writes a snapshot of its data.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="interval">The least time between two snapshots. Default: 60 s.</param>
    /// <param name="keysChangedThreshold">How many keys must have changed. Default: 1.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<RedisResource> WithPersistence(this IResourceBuilder<RedisResource> builder, TimeSpan? interval = null, long keysChangedThreshold = 1)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new RedisPersistenceAnnotation(interval ?? _interval, keysChangedThreshold), ResourceAnnotationMutationBehavior.Replace);
    }

    /// <summary>Sets or removes the password.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="password">The password; null: none.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<RedisResource> WithPassword(this IResourceBuilder<RedisResource> builder, IResourceBuilder<ParameterResource>? password)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Resource.SetPassword(password?.Resource);
        return builder;
    }

    /// <summary>Sets the public port.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="port">The port; null: any.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<RedisResource> WithHostPort(this IResourceBuilder<RedisResource> builder, int? port)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithEndpoint(RedisResource.PrimaryEndpointName, endpoint => endpoint.Port = port);
    }

    private static IResourceBuilder<RedisResource> Persisting(this IResourceBuilder<RedisResource> builder, bool isReadOnly) =>
        isReadOnly || builder.Resource.HasAnnotationOfType<RedisPersistenceAnnotation>() ? builder : builder.WithPersistence();

    private static IEnumerable<string> CommandOf(RedisResource redis)
    {
        yield return "redis-server";
        // The shell fills the password in, so that it stands in no argument.
        if (redis.PasswordParameter is not null)
            yield return $"--requirepass ${PasswordVariable}";
        if (redis.TryGetLastAnnotation<RedisPersistenceAnnotation>(out var persistence))
            yield return string.Create(CultureInfo.InvariantCulture, $"--save {persistence.Interval.TotalSeconds:0} {persistence.KeysChangedThreshold}");
    }
}
