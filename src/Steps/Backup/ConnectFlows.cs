using Amazon.Connect;
using Amazon.Connect.Model;

namespace SonicBridge.Steps.Backup;

/// <summary>The contact flows and modules of one Amazon Connect instance, the one like the other.</summary>
internal sealed class ConnectFlows(IAmazonConnect connect, string instanceId)
{
    // By this a flow's id means its draft.
    private const string Draft = ":$SAVED";
    private const int LargestPage = 1000;

    /// <summary>The flows, or modules, that callers can come to: published, and not archived.</summary>
    public async Task<IReadOnlyList<FlowPlace>> ListAsync(bool isModule) =>
        [.. (await SummariesAsync(isModule)).Where(found => found.IsLive).Select(found => found.Place)];

    /// <summary>A flow, or module, of a name; null when there is none.</summary>
    public async Task<FlowPlace?> FindAsync(bool isModule, string name) =>
        (await SummariesAsync(isModule)).FirstOrDefault(found => found.Name == name)?.Place;

    /// <summary>Reads one; null when it is gone, or has never been published.</summary>
    public async Task<LiveFlow?> FindAsync(FlowPlace place)
    {
        try
        {
            return place.IsModule ? await DescribeModuleAsync(place) : await DescribeFlowAsync(place);
        }
        catch (Exception e) when (e is ResourceNotFoundException or ContactFlowNotPublishedException)
        {
            return null;
        }
    }

    /// <summary>Publishes a content; callers meet it from now on, and the draft is the same.</summary>
    public Task PublishAsync(FlowPlace place, string content) =>
        place.IsModule
            ? connect.UpdateContactFlowModuleContentAsync(
                new UpdateContactFlowModuleContentRequest
                {
                    InstanceId = instanceId,
                    ContactFlowModuleId = place.Id,
                    Content = content,
                }
            )
            : UpdateFlowAsync(place.Id, content);

    /// <summary>Writes a flow's draft, and leaves what is published.</summary>
    public Task SaveAsync(FlowPlace flow, string content) => UpdateFlowAsync($"{flow.Id}{Draft}", content);

    /// <summary>Gives a flow the name, description and state that it had.</summary>
    public Task DescribeAsync(FlowPlace flow, FlowMetadata metadata) =>
        connect.UpdateContactFlowMetadataAsync(
            new UpdateContactFlowMetadataRequest
            {
                InstanceId = instanceId,
                ContactFlowId = flow.Id,
                Name = metadata.Name,
                Description = metadata.Description ?? "",
                ContactFlowState = new ContactFlowState(metadata.State),
            }
        );

    /// <summary>Makes one anew. Amazon Connect gives it an id of its own choice.</summary>
    public async Task<FlowPlace> CreateAsync(bool isModule, FlowMetadata metadata, string content)
    {
        var tags = metadata.Tags.Count > 0 ? metadata.Tags.ToDictionary() : null;
        var id = isModule
            ? (
                await connect.CreateContactFlowModuleAsync(
                    new CreateContactFlowModuleRequest
                    {
                        InstanceId = instanceId,
                        Name = metadata.Name,
                        Description = metadata.Description,
                        Content = content,
                        Tags = tags,
                    }
                )
            ).Id
            : (
                await connect.CreateContactFlowAsync(
                    new CreateContactFlowRequest
                    {
                        InstanceId = instanceId,
                        Name = metadata.Name,
                        Type = new ContactFlowType(metadata.Type),
                        Description = metadata.Description,
                        Content = content,
                        Status = ContactFlowStatus.PUBLISHED,
                        Tags = tags,
                    }
                )
            ).ContactFlowId;
        return new FlowPlace(isModule, id);
    }

    private Task<UpdateContactFlowContentResponse> UpdateFlowAsync(string id, string content) =>
        connect.UpdateContactFlowContentAsync(
            new UpdateContactFlowContentRequest
            {
                InstanceId = instanceId,
                ContactFlowId = id,
                Content = content,
            }
        );

    private async Task<LiveFlow?> DescribeFlowAsync(FlowPlace place)
    {
        var published = await DescribeFlowAsync(place.Id);
        // Without a version that is published Connect answers the draft, or an error.
        if (published.Status == ContactFlowStatus.SAVED)
        {
            return null;
        }

        var saved = await DescribeFlowAsync($"{place.Id}{Draft}");
        var metadata = new FlowMetadata(
            place.Id,
            published.Arn,
            published.Name,
            published.Type.Value,
            published.Description is { Length: > 0 } text ? text : null,
            published.State?.Value ?? "ACTIVE",
            published.Tags ?? []
        );
        return new LiveFlow(place, metadata, published.Content, saved.Content);
    }

    private async Task<ContactFlow> DescribeFlowAsync(string id) =>
        (
            await connect.DescribeContactFlowAsync(
                new DescribeContactFlowRequest { InstanceId = instanceId, ContactFlowId = id }
            )
        ).ContactFlow;

    private async Task<LiveFlow?> DescribeModuleAsync(FlowPlace place)
    {
        var module = (
            await connect.DescribeContactFlowModuleAsync(
                new DescribeContactFlowModuleRequest { InstanceId = instanceId, ContactFlowModuleId = place.Id }
            )
        ).ContactFlowModule;
        return module.Status == ContactFlowModuleStatus.SAVED
            ? null
            : new LiveFlow(
                place,
                new FlowMetadata(
                    place.Id,
                    module.Arn,
                    module.Name,
                    null,
                    module.Description is { Length: > 0 } text ? text : null,
                    module.State?.Value ?? "ACTIVE",
                    module.Tags ?? []
                ),
                module.Content,
                module.Content
            );
    }

    private Task<List<Summary>> SummariesAsync(bool isModule) => isModule ? ModulesAsync() : FlowsAsync();

    private async Task<List<Summary>> FlowsAsync()
    {
        var found = new List<Summary>();
        var request = new ListContactFlowsRequest { InstanceId = instanceId, MaxResults = LargestPage };
        do
        {
            var page = await connect.ListContactFlowsAsync(request);
            found.AddRange(
                (page.ContactFlowSummaryList ?? []).Select(flow => new Summary(
                    new FlowPlace(false, flow.Id),
                    flow.Name,
                    flow.ContactFlowState != ContactFlowState.ARCHIVED
                        && flow.ContactFlowStatus != ContactFlowStatus.SAVED
                ))
            );
            request.NextToken = page.NextToken;
        } while (request.NextToken is { Length: > 0 });

        return found;
    }

    private async Task<List<Summary>> ModulesAsync()
    {
        var found = new List<Summary>();
        var request = new ListContactFlowModulesRequest { InstanceId = instanceId, MaxResults = LargestPage };
        do
        {
            var page = await connect.ListContactFlowModulesAsync(request);
            found.AddRange(
                (page.ContactFlowModulesSummaryList ?? []).Select(module => new Summary(
                    new FlowPlace(true, module.Id),
                    module.Name,
                    module.State != ContactFlowModuleState.ARCHIVED
                ))
            );
            request.NextToken = page.NextToken;
        } while (request.NextToken is { Length: > 0 });

        return found;
    }

    private sealed record Summary(FlowPlace Place, string Name, bool IsLive);
}
