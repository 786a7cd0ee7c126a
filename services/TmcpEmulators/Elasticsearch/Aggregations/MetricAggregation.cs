using System.Text.Json;
using TmcpEmulators.Elasticsearch.Documents;
using TmcpEmulators.Elasticsearch.Hosting;
using TmcpEmulators.Elasticsearch.Queries;
using TmcpEmulators.Elasticsearch.Search;

namespace TmcpEmulators.Elasticsearch.Aggregations;

/// <summary>min, max, avg, sum, value_count, stats; cardinality, which is exact here.</summary>
internal sealed class MetricAggregation(string kind, FieldReader field, double? missing) : Aggregation
{
    public override double? Value(IReadOnlyList<Hit> hits)
    {
        switch (kind)
        {
            case "value_count":
                return hits.Sum(hit => field.Values(hit).LongCount());
            case "cardinality":
                return hits.SelectMany(field.Values).Distinct().LongCount();
        }

        var (count, sum, min, max) = Numbers(hits);
        return kind switch
        {
            "sum" => sum,
            _ when count == 0 => null,
            "min" => min,
            "max" => max,
            "avg" => sum / count,
            _ => throw ElasticsearchError.Argument($"[{kind}] has no single value to order by"),
        };
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Hit> hits)
    {
        if (kind == "stats")
        {
            WriteStats(writer, hits);
            return;
        }

        writer.WritePropertyName("value");
        var value = Value(hits);
        if (kind is "value_count" or "cardinality")
            writer.WriteNumberValue((long)value!.Value);
        else
            ExactValue.Write(writer, value);
        var isDate = kind is "min" or "max" or "avg" && hits.Count > 0 && field.FieldOf(hits[0].Index)?.Type == FieldType.Date;
        if (isDate && value is { } milliseconds)
            writer.WriteString("value_as_string", DateText.Format((long)milliseconds));
    }

    private void WriteStats(Utf8JsonWriter writer, IReadOnlyList<Hit> hits)
    {
        var (count, sum, min, max) = Numbers(hits);
        writer.WriteNumber("count", count);
        Member("min", count == 0 ? null : min);
        Member("max", count == 0 ? null : max);
        Member("avg", count == 0 ? null : sum / count);
        Member("sum", sum);

        void Member(string name, double? value)
        {
            writer.WritePropertyName(name);
            ExactValue.Write(writer, value);
        }
    }

    private (long Count, double Sum, double Min, double Max) Numbers(IReadOnlyList<Hit> hits)
    {
        var (count, sum, min, max) = (0L, 0.0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (var hit in hits)
        {
            var any = false;
            foreach (var value in field.Values(hit))
            {
                Take(ExactValue.Number(value) ?? throw NotNumeric(hit));
                any = true;
            }

            if (!any && missing is { } otherwise)
                Take(otherwise);
        }

        return (count, sum, min, max);

        void Take(double value)
        {
            count++;
            sum += value;
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }
    }

    private ElasticsearchError NotNumeric(Hit hit) => new(
        400, "illegal_argument_exception", $"Field [{field.Path}] of type [{field.FieldOf(hit.Index)!.Declared}] is not supported for aggregation [{kind}]") { FailedShardOf = hit.Index.Name };
}
