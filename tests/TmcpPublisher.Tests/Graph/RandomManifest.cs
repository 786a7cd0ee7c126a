using System.Text.Json.Nodes;

namespace Tmcp.Publisher.Tests.Graph;

/// <summary>
/// Manifests of any size that are valid by construction: containers and projects that call those before them, directly, through connection
/// strings and by the address of an outside service, with parameters, secrets, volumes and facts. One seed gives one manifest.
/// </summary>
internal sealed class RandomManifest
{
    private static readonly string[] Schemes = ["http", "tcp", "redis"];

    private readonly Random _random;
    private readonly JsonObject _resources = [];
    private readonly List<(string Name, string Binding)> _callable = [];
    private readonly List<string> _values = [];
    private readonly List<string> _parameters = [];
    private readonly bool _hasOutside;

    private RandomManifest(int seed, int programs)
    {
        _random = new Random(seed);
        for (var index = 0; index < 1 + (programs / 10); index++)
            AddParameter(index);
        if (_hasOutside = _random.Next(2) == 0)
            AddOutside();
        for (var index = 0; index < programs; index++)
            AddProgram(index);
    }

    internal static string Create(int seed, int programs) => new JsonObject { ["resources"] = new RandomManifest(seed, programs)._resources }.ToJsonString();

    private void AddParameter(int index)
    {
        var name = $"setting-{index}";
        var isSecret = index % 2 == 0;
        _parameters.Add(name);
        _resources[name] = new JsonObject
        {
            ["type"] = "parameter.v0",
            ["value"] = $"{{{name}.inputs.value}}",
            ["inputs"] = new JsonObject
            {
                ["value"] = new JsonObject
                {
                    ["type"] = "string",
                    ["secret"] = isSecret,
                    ["default"] = isSecret ? new JsonObject { ["generate"] = new JsonObject { ["minLength"] = 22 } } : new JsonObject { ["value"] = $"value {index}" },
                },
            },
        };
        _resources[$"{name}-uri-encoded"] = new JsonObject { ["type"] = "annotated.string", ["value"] = $"{{{name}.value}}", ["filter"] = "uri" };
    }

    private void AddOutside() => _resources["outside-k8s"] = new JsonObject
    {
        ["type"] = "tmcp.kubernetes.v0",
        ["for"] = "outside",
        ["workload"] = new JsonObject { ["mode"] = "external" },
        ["service"] = new JsonObject { ["ports"] = new JsonObject { ["http"] = new JsonObject { ["port"] = 11434 } } },
    };

    private void AddProgram(int index)
    {
        var name = $"{(char)('a' + _random.Next(26))}-part-{index}";
        var isProject = _random.Next(3) == 0;
        var program = new JsonObject { ["type"] = isProject ? "project.v0" : "container.v0" };
        if (isProject)
            program["path"] = $"src/{name}/{name}.csproj";
        else
            program["image"] = $"docker.io/library/{name}:1.{_random.Next(20)}";
        var isCalled = _random.Next(4) > 0;
        var hasVolume = !isProject && _random.Next(4) == 0;
        if (hasVolume)
            program["volumes"] = new JsonArray(new JsonObject { ["name"] = $"{name}-data", ["target"] = "/data", ["readOnly"] = false });
        program["env"] = Environment();
        if (isCalled)
            program["bindings"] = Bindings(isProject);
        _resources[name] = program;
        if (_random.Next(2) == 0)
            _resources[$"{name}-k8s"] = Facts(name, isCalled, hasVolume);
        if (!isCalled)
            return;

        _callable.Add((name, "http"));
        if (_random.Next(3) == 0)
            AddValue(name);
    }

    private void AddValue(string program)
    {
        var name = $"{program}-db";
        _values.Add(name);
        _resources[name] = new JsonObject { ["type"] = "value.v0", ["connectionString"] = $"Host={{{program}.bindings.http.host}};Port={{{program}.bindings.http.port}};Key={{{Pick(_parameters)}.value}}" };
    }

    private JsonObject Bindings(bool isProject)
    {
        var bindings = new JsonObject { ["http"] = Binding("http", isProject ? null : 8000 + _random.Next(1000)) };
        if (_random.Next(4) == 0)
            bindings["extra"] = Binding(Schemes[_random.Next(Schemes.Length)], 10000 + _random.Next(1000));
        if (isProject && _random.Next(2) == 0)
            bindings["https"] = Binding("https", null);
        return bindings;
    }

    private static JsonObject Binding(string scheme, int? port)
    {
        var binding = new JsonObject { ["scheme"] = scheme, ["protocol"] = "tcp", ["transport"] = scheme is "http" ? "http" : "tcp" };
        if (port is not null)
            binding["targetPort"] = port;
        return binding;
    }

    private JsonObject Environment()
    {
        var environment = new JsonObject();
        for (var count = _random.Next(6); count > 0; count--)
            environment[$"VALUE_{count}"] = Value();
        return environment;
    }

    private string Value() => _random.Next(7) switch
    {
        0 when _callable.Count > 0 => $"{{{Pick(_callable).Name}.bindings.http.url}}/path",
        1 when _values.Count > 0 => $"{{{Pick(_values)}.connectionString}}",
        2 => $"user:{{{Pick(_parameters)}-uri-encoded.value}}@nowhere",
        3 => $"{{{Pick(_parameters)}.value}}",
        4 when _hasOutside => "http://outside-service:11434/v1",
        5 => "{\"json\": [1, {\"x\": \"$(Y) $$ `z` 'q' \\n ä {**catch-all}\"}]}",
        _ => $"text {_random.Next(1000)}",
    };

    private JsonObject Facts(string name, bool isCalled, bool hasVolume)
    {
        var facts = new JsonObject
        {
            ["type"] = "tmcp.kubernetes.v0",
            ["for"] = name,
            ["workload"] = new JsonObject { ["name"] = $"the-{name}", ["user"] = 10001, ["replicas"] = hasVolume ? 1 : 1 + _random.Next(3) },
            ["resources"] = new JsonObject { ["cpu"] = "50m", ["memory"] = "64Mi", ["memoryLimit"] = "128Mi" },
        };
        if (isCalled && _random.Next(3) == 0)
            facts["expose"] = new JsonArray(new JsonObject { ["path"] = $"/{name}", ["strip"] = _random.Next(2) == 0 });
        if (isCalled && _random.Next(2) == 0)
            facts["probes"] = new JsonObject { ["ready"] = new JsonObject { ["http"] = "/health" }, ["live"] = new JsonObject { ["tcp"] = true } };
        return facts;
    }

    private T Pick<T>(List<T> list) => list[_random.Next(list.Count)];
}
