using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;

namespace SonicBridge.Steps.Tests.Flows;

/// <summary>Amazon Connect as far as the steps use it: flows and modules, published and drafts, in pages of two.</summary>
internal sealed class FakeConnect()
    : AmazonConnectClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
{
    public const string InstanceId = "9b1dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e";
    public const string InstanceArn = $"arn:aws:connect:us-east-1:111122223333:instance/{InstanceId}";
    private const int Page = 2;

    private int _made;

    public SortedDictionary<string, Flow> Flows { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Flow> Modules { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Functions { get; } = new(StringComparer.Ordinal);

    /// <summary>What was changed, in order.</summary>
    public List<string> Changes { get; } = [];

    /// <summary>The operations that were asked for, by their names in IAM.</summary>
    public SortedSet<string> Asked { get; } = new(StringComparer.Ordinal);

    /// <summary>Runs before each change; throw here to make it fail.</summary>
    public Action<string> Before { get; set; } = static _ => { };

    /// <summary>What Connect makes of a content that it is given.</summary>
    public Func<string, string> Store { get; set; } = static content => content;

    public Flow Add(string id, string published, string? saved = null, string? type = "CONTACT_FLOW")
    {
        var flow = new Flow(id, $"Flow {id}", type) { Published = published, Saved = saved ?? published };
        (type is null ? Modules : Flows)[id] = flow;
        return flow;
    }

    public override Task<ListContactFlowsResponse> ListContactFlowsAsync(
        ListContactFlowsRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Ask();
        RequireInstance(request.InstanceId);
        var (page, next) = PageOf(Flows.Values, request.NextToken);
        return Task.FromResult(
            new ListContactFlowsResponse
            {
                ContactFlowSummaryList =
                [
                    .. page.Select(flow => new ContactFlowSummary
                    {
                        Id = flow.Id,
                        Arn = flow.Arn,
                        Name = flow.Name,
                        ContactFlowType = new ContactFlowType(flow.Type),
                        ContactFlowState = new ContactFlowState(flow.State),
                        ContactFlowStatus = flow.Published is null
                            ? ContactFlowStatus.SAVED
                            : ContactFlowStatus.PUBLISHED,
                    }),
                ],
                NextToken = next,
            }
        );
    }

    public override Task<ListContactFlowModulesResponse> ListContactFlowModulesAsync(
        ListContactFlowModulesRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Ask();
        RequireInstance(request.InstanceId);
        var (page, next) = PageOf(Modules.Values, request.NextToken);
        return Task.FromResult(
            new ListContactFlowModulesResponse
            {
                ContactFlowModulesSummaryList =
                [
                    .. page.Select(module => new ContactFlowModuleSummary
                    {
                        Id = module.Id,
                        Arn = module.Arn,
                        Name = module.Name,
                        State = new ContactFlowModuleState(module.State),
                    }),
                ],
                NextToken = next,
            }
        );
    }

    public override Task<DescribeContactFlowResponse> DescribeContactFlowAsync(
        DescribeContactFlowRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Ask();
        var (flow, isDraft) = Find(Flows, request.ContactFlowId);
        return Task.FromResult(
            new DescribeContactFlowResponse
            {
                ContactFlow = new ContactFlow
                {
                    Id = flow.Id,
                    Arn = flow.Arn,
                    Name = flow.Name,
                    Type = new ContactFlowType(flow.Type),
                    Description = flow.Description,
                    State = new ContactFlowState(flow.State),
                    Status = isDraft ? ContactFlowStatus.SAVED : ContactFlowStatus.PUBLISHED,
                    Content = isDraft
                        ? flow.Saved
                        : flow.Published ?? throw new ContactFlowNotPublishedException("Never published."),
                    Tags = flow.Tags,
                },
            }
        );
    }

    public override Task<DescribeContactFlowModuleResponse> DescribeContactFlowModuleAsync(
        DescribeContactFlowModuleRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Ask();
        var (module, _) = Find(Modules, request.ContactFlowModuleId);
        return Task.FromResult(
            new DescribeContactFlowModuleResponse
            {
                ContactFlowModule = new ContactFlowModule
                {
                    Id = module.Id,
                    Arn = module.Arn,
                    Name = module.Name,
                    Description = module.Description,
                    State = new ContactFlowModuleState(module.State),
                    Status = ContactFlowModuleStatus.PUBLISHED,
                    Content = module.Published,
                    Tags = module.Tags,
                },
            }
        );
    }

    public override Task<UpdateContactFlowContentResponse> UpdateContactFlowContentAsync(
        UpdateContactFlowContentRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Ask();
        Change($"write {request.ContactFlowId}");
        var (flow, isDraft) = Find(Flows, request.ContactFlowId);
        flow.Saved = Store(request.Content);
        flow.Published = isDraft ? flow.Published : flow.Saved;
        return Task.FromResult(new UpdateContactFlowContentResponse());
    }

    public override Task<UpdateContactFlowModuleContentResponse> UpdateContactFlowModuleContentAsync(
        UpdateContactFlowModuleContentRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Ask();
        Change($"write module {request.ContactFlowModuleId}");
        var (module, _) = Find(Modules, request.ContactFlowModuleId);
        module.Published = module.Saved = Store(request.Content);
        return Task.FromResult(new UpdateContactFlowModuleContentResponse());
    }

    public override Task<UpdateContactFlowMetadataResponse> UpdateContactFlowMetadataAsync(
        UpdateContactFlowMetadataRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Ask();
        Change($"describe {request.ContactFlowId}");
        var (flow, _) = Find(Flows, request.ContactFlowId);
        (flow.Name, flow.Description, flow.State) = (request.Name, request.Description, request.ContactFlowState.Value);
        return Task.FromResult(new UpdateContactFlowMetadataResponse());
    }

    public override Task<CreateContactFlowResponse> CreateContactFlowAsync(
        CreateContactFlowRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Ask();
        var flow = Create(Flows, request.Name, request.Type.Value, request.Content, request.Description, request.Tags);
        return Task.FromResult(new CreateContactFlowResponse { ContactFlowId = flow.Id, ContactFlowArn = flow.Arn });
    }

    public override Task<CreateContactFlowModuleResponse> CreateContactFlowModuleAsync(
        CreateContactFlowModuleRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Ask();
        var module = Create(Modules, request.Name, null, request.Content, request.Description, request.Tags);
        return Task.FromResult(new CreateContactFlowModuleResponse { Id = module.Id, Arn = module.Arn });
    }

    public override Task<ListLambdaFunctionsResponse> ListLambdaFunctionsAsync(
        ListLambdaFunctionsRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Ask();
        var (page, next) = PageOf(Functions.Order(StringComparer.Ordinal), request.NextToken);
        return Task.FromResult(new ListLambdaFunctionsResponse { LambdaFunctions = page, NextToken = next });
    }

    public override Task<AssociateLambdaFunctionResponse> AssociateLambdaFunctionAsync(
        AssociateLambdaFunctionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Ask();
        Change($"associate {request.FunctionArn}");
        return Functions.Add(request.FunctionArn)
            ? Task.FromResult(new AssociateLambdaFunctionResponse())
            : throw new ResourceConflictException("It is associated already.");
    }

    public override Task<DisassociateLambdaFunctionResponse> DisassociateLambdaFunctionAsync(
        DisassociateLambdaFunctionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Ask();
        Change($"dissociate {request.FunctionArn}");
        return Functions.Remove(request.FunctionArn)
            ? Task.FromResult(new DisassociateLambdaFunctionResponse())
            : throw new ResourceNotFoundException("It is not associated.");
    }

    private void Ask([CallerMemberName] string operation = "") => Asked.Add($"connect:{operation[..^"Async".Length]}");

    private static void RequireInstance(string id)
    {
        if (id != InstanceId)
        {
            throw new ResourceNotFoundException($"There is no instance {id}.");
        }
    }

    private void Change(string what)
    {
        Before(what);
        Changes.Add(what);
    }

    private Flow Create(
        SortedDictionary<string, Flow> flows,
        string name,
        string? type,
        string content,
        string? description,
        Dictionary<string, string>? tags
    )
    {
        Change($"create {name}");
        if (flows.Values.Any(flow => flow.Name == name))
        {
            throw new DuplicateResourceException("There is one of that name.");
        }

        var flow = new Flow($"made-{++_made}", name, type)
        {
            Published = Store(content),
            Saved = Store(content),
            Description = description ?? "",
            Tags = tags ?? [],
        };
        return flows[flow.Id] = flow;
    }

    private static (Flow Flow, bool IsDraft) Find(SortedDictionary<string, Flow> flows, string id)
    {
        var isDraft = id.EndsWith(":$SAVED", StringComparison.Ordinal);
        return flows.TryGetValue(isDraft ? id[..^":$SAVED".Length] : id, out var flow)
            ? (flow, isDraft)
            : throw new ResourceNotFoundException($"There is no {id}.");
    }

    private static (List<T> Page, string? Next) PageOf<T>(IEnumerable<T> all, string? token)
    {
        var from = token is null ? 0 : int.Parse(token, CultureInfo.InvariantCulture);
        var rest = all.Skip(from).ToList();
        return ([.. rest.Take(Page)], rest.Count > Page ? $"{from + Page}" : null);
    }

    /// <summary>A flow or a module; a module has no type.</summary>
    public sealed class Flow(string id, string name, string? type)
    {
        public string Id => id;

        public string Arn => $"{InstanceArn}/{(type is null ? "flow-module" : "contact-flow")}/{id}";

        public string? Type => type;

        public string Name { get; set; } = name;

        public string Description { get; set; } = "";

        public string State { get; set; } = "ACTIVE";

        public string? Published { get; set; }

        public string Saved { get; set; } = "";

        public Dictionary<string, string> Tags { get; set; } = [];
    }
}
