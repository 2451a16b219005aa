using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.Connect.Language;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Connect.Api;

/// <summary>What is asked of contact flows, or of modules.</summary>
internal sealed class FlowOperations(ConnectInstance instance, FlowKind kind)
{
    private const string Draft = ":$SAVED";
    private const int FlowsInPage = 1000;
    private const int MostProblems = 50;
    private const int LongestProblem = 256;

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "CONTACT_FLOW",
        "CUSTOMER_QUEUE",
        "CUSTOMER_HOLD",
        "CUSTOMER_WHISPER",
        "AGENT_HOLD",
        "AGENT_WHISPER",
        "OUTBOUND_WHISPER",
        "AGENT_TRANSFER",
        "QUEUE_TRANSFER",
        "CAMPAIGN",
    };

    private readonly Lock _lock = new();

    public FlowKind Kind => kind;

    public JsonObject List(IQueryCollection query)
    {
        var types = query["contactFlowTypes"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var state = query["state"].ToString();
        var all = instance
            .Of(kind)
            .Values.Where(flow => types.Count == 0 || (flow.Type is not null && types.Contains(flow.Type)))
            .Where(flow => state.Length == 0 || flow.State == state)
            .OrderBy(static flow => flow.Name, StringComparer.Ordinal)
            .ThenBy(static flow => flow.Id, StringComparer.Ordinal)
            .ToList();
        var page = Page<StoredFlow>.Of(all, query, FlowsInPage);
        var answer = new JsonObject { [kind.ListShape] = new JsonArray([.. page.Items.Select(Summary)]) };
        if (page.NextToken is { } token)
        {
            answer["NextToken"] = token;
        }

        return answer;
    }

    public JsonObject Create(JsonObject request)
    {
        var name = Required(request, "Name");
        var content = Required(request, "Content");
        var type = kind.IsModule ? null : Required(request, "Type");
        var isPublished = FlowCheck.Text(request["Status"]) is not "SAVED";
        if (type is not null && !Types.Contains(type))
        {
            throw Invalid($"Type must be one of {string.Join(", ", Types)}.");
        }

        if (isPublished)
        {
            Check(content);
        }

        var id = Guid.NewGuid().ToString();
        var flow = new StoredFlow(
            id,
            $"{instance.Arn}/{kind.ArnPart}/{id}",
            name,
            type,
            FlowCheck.Text(request["Description"]) ?? "",
            "ACTIVE",
            isPublished ? content : null,
            content,
            (request["Tags"] as JsonObject ?? []).ToDictionary(
                static tag => tag.Key,
                static tag => FlowCheck.Text(tag.Value) ?? ""
            ),
            instance.Time.GetUtcNow()
        );
        lock (_lock)
        {
            RequireFree(name, except: null);
            if (instance.Of(kind).Count >= kind.Limit)
            {
                throw new AwsException(
                    "LimitExceededException",
                    $"The instance has {kind.Limit} already, the most it may have.",
                    StatusCodes.Status429TooManyRequests
                );
            }

            instance.Of(kind)[id] = flow;
        }

        return kind.IsModule
            ? new JsonObject { ["Id"] = id, ["Arn"] = flow.Arn }
            : new JsonObject
            {
                ["ContactFlowId"] = id,
                ["ContactFlowArn"] = flow.Arn,
                ["FlowContentSha256"] = StoredFlow.HashOf(content),
            };
    }

    public JsonObject Describe(string reference)
    {
        var (flow, isDraft) = Find(reference);
        var content =
            (isDraft ? flow.Saved : flow.Published)
            ?? throw new AwsException(
                "ContactFlowNotPublishedException",
                $"{flow.Name} has never been published: ask for {flow.Id}{Draft}.",
                StatusCodes.Status404NotFound
            );
        var description = new JsonObject
        {
            ["Arn"] = flow.Arn,
            ["Id"] = flow.Id,
            ["Name"] = flow.Name,
            ["State"] = flow.State,
            ["Status"] = flow.Published == content ? "PUBLISHED" : "SAVED",
            ["Description"] = flow.Description,
            ["Content"] = content,
            ["Tags"] = new JsonObject(flow.Tags.Select(static t => KeyValuePair.Create(t.Key, (JsonNode?)t.Value))),
            [kind.HashName] = StoredFlow.HashOf(content),
        };
        if (flow.Type is { } type)
        {
            description["Type"] = type;
            description["LastModifiedTime"] = flow.LastModified.ToUnixTimeMilliseconds() / 1000m;
            description["LastModifiedRegion"] = LocalAccount.Region;
        }

        return new JsonObject { [kind.Shape] = description };
    }

    /// <summary>Writes the draft, or publishes: what is published is also what was saved last.</summary>
    public JsonObject UpdateContent(string reference, JsonObject request)
    {
        var content = Required(request, "Content");
        var (_, isDraft) = Find(reference);
        if (!isDraft)
        {
            Check(content);
        }

        Change(
            reference,
            flow => isDraft ? flow with { Saved = content } : flow with { Saved = content, Published = content }
        );
        return [];
    }

    public JsonObject UpdateMetadata(string reference, JsonObject request)
    {
        var state = FlowCheck.Text(request[kind.StateName]);
        if (state is not (null or "ACTIVE" or "ARCHIVED"))
        {
            throw Invalid($"{kind.StateName} must be ACTIVE or ARCHIVED.");
        }

        Change(
            reference,
            flow =>
            {
                var name = FlowCheck.Text(request["Name"]) ?? flow.Name;
                RequireFree(name, flow);
                return flow with
                {
                    Name = name,
                    Description = FlowCheck.Text(request["Description"]) ?? flow.Description,
                    State = state ?? flow.State,
                };
            }
        );
        return [];
    }

    public JsonObject Delete(string reference)
    {
        instance.Of(kind).TryRemove(Find(reference).Flow.Id, out _);
        return [];
    }

    private void Change(string reference, Func<StoredFlow, StoredFlow> change)
    {
        lock (_lock)
        {
            var flow = Find(reference).Flow;
            instance.Of(kind)[flow.Id] = change(flow) with { LastModified = instance.Time.GetUtcNow() };
        }
    }

    private (StoredFlow Flow, bool IsDraft) Find(string reference)
    {
        var isDraft = reference.EndsWith(Draft, StringComparison.Ordinal);
        var id = isDraft ? reference[..^Draft.Length] : reference;
        id = id[(id.LastIndexOf('/') + 1)..];
        return instance.Of(kind).TryGetValue(id, out var flow)
            ? (flow, isDraft)
            : throw new AwsException(
                "ResourceNotFoundException",
                $"There is no {kind.ArnPart} '{id}' in the instance.",
                StatusCodes.Status404NotFound
            );
    }

    private void RequireFree(string name, StoredFlow? except)
    {
        if (instance.Of(kind).Values.Any(flow => flow.Name == name && flow.Id != except?.Id))
        {
            throw new AwsException(
                "DuplicateResourceException",
                $"There is a {kind.ArnPart} named '{name}' already.",
                StatusCodes.Status409Conflict
            );
        }
    }

    private void Check(string content)
    {
        var problems = FlowCheck.Problems(content);
        if (problems.Count == 0)
        {
            return;
        }

        var listed = problems
            .Take(MostProblems)
            .Select(static problem => problem.Length <= LongestProblem ? problem : problem[..LongestProblem])
            .Select(static problem => (JsonNode?)new JsonObject { ["message"] = problem });
        throw new AwsException(kind.InvalidError, "The content is not valid.")
        {
            Details = new JsonObject { [kind.ProblemsName] = new JsonArray([.. listed]) },
        };
    }

    private JsonNode? Summary(StoredFlow flow) =>
        kind.IsModule
            ? new JsonObject
            {
                ["Id"] = flow.Id,
                ["Arn"] = flow.Arn,
                ["Name"] = flow.Name,
                ["State"] = flow.State,
            }
            : new JsonObject
            {
                ["Id"] = flow.Id,
                ["Arn"] = flow.Arn,
                ["Name"] = flow.Name,
                ["ContactFlowType"] = flow.Type,
                ["ContactFlowState"] = flow.State,
                ["ContactFlowStatus"] = flow.Published is null ? "SAVED" : "PUBLISHED",
            };

    private static string Required(JsonObject request, string name) =>
        FlowCheck.Text(request[name]) is { Length: > 0 } text ? text : throw Invalid($"{name} is missing.");

    private static AwsException Invalid(string message) => new("InvalidParameterException", message);
}
