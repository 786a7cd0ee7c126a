using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Tmcp.Agent.Generation.Angles;
using Tmcp.Agent.Generation.Batch;
using Tmcp.Agent.Generation.Brands;
using Tmcp.Agent.Generation.Briefs;
using Tmcp.Agent.Generation.Customers;
using Tmcp.Agent.Generation.Masters;
using Tmcp.Agent.Generation.Strategies;
using Tmcp.Agent.Generation.Variants;
using Tmcp.Agent.Generation.Worksheets;
using Tmcp.Agent.Jobs;

namespace Tmcp.Agent.Generation.Events;

/// <summary>All that generators write to streams, read from models, or send to the bridge.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StatusEvent))]
[JsonSerializable(typeof(ChunkEvent))]
[JsonSerializable(typeof(WarningEvent))]
[JsonSerializable(typeof(ErrorEvent))]
[JsonSerializable(typeof(WorksheetDone))]
[JsonSerializable(typeof(BrandDone))]
[JsonSerializable(typeof(CustomerDone))]
[JsonSerializable(typeof(StrategyDone))]
[JsonSerializable(typeof(MasterDone))]
[JsonSerializable(typeof(VariantsDone))]
[JsonSerializable(typeof(VariantAnswer))]
[JsonSerializable(typeof(AngleList))]
[JsonSerializable(typeof(BriefList))]
[JsonSerializable(typeof(BatchDone))]
[JsonSerializable(typeof(BatchRequest))]
[JsonSerializable(typeof(BriefsDone))]
[JsonSerializable(typeof(BriefsRequest))]
[JsonSerializable(typeof(FlagList))]
[JsonSerializable(typeof(JobEvent))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class GenerationJson : JsonSerializerContext;
