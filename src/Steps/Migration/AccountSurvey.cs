using Amazon.CloudFormation;
using Amazon.Connect;
using Amazon.ECR;
using Amazon.ECR.Model;
using Amazon.ECS;
using Amazon.Lambda;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Deploy;

namespace SonicBridge.Steps.Migration;

/// <summary>Looks at all that a migration will touch, and says what would stop it.</summary>
internal sealed class AccountSurvey(
    IAmazonLambda lambda,
    IAmazonECS ecs,
    IAmazonConnect connect,
    IAmazonECR ecr,
    IAmazonCloudFormation cloudFormation,
    string repository
)
{
    private readonly List<string> _problems = [];

    /// <summary>Changes nothing.</summary>
    public async Task<FoundAccount> LookAsync(MigrationPlan plan, MigrationStore store)
    {
        var function = new LiveFunction(lambda, plan.FunctionName);
        var live = await function.FindAsync();
        if (live is null)
        {
            _problems.Add(
                $"There is no function {plan.FunctionName}. Give the name of the Fargate deployment's function as functionName."
            );
        }

        var revision = await NewestRevisionAsync(plan);
        var pins =
            live is not null && revision is { } newest
                ? await PinsOfAsync(function, live.Configuration.Environment?.Variables ?? [], newest, plan, store)
                : [];
        var flows = await FlowsAsync(plan);
        return new FoundAccount
        {
            Function = live?.Configuration.FunctionArn,
            Revision = revision?.ToString(),
            Pins = pins,
            Image = await ImageAsync(plan),
            Stack = await StackAsync(plan),
            Resources = StackTemplate.Read().Types,
            Flows = flows.Flows,
            Notices = flows.Notices,
            Problems = _problems,
        };
    }

    private async Task<TaskRevision?> NewestRevisionAsync(MigrationPlan plan)
    {
        if (await new TaskDefinitionSnapshot(ecs).ListActiveAsync(plan.TaskDefinitionFamily) is [var newest, ..])
        {
            return TaskRevision.Parse(newest);
        }

        _problems.Add(
            $"The task definition family {plan.TaskDefinitionFamily} has no active revision. Give the Fargate deployment's family as taskDefinitionFamily."
        );
        return null;
    }

    private async Task<List<string>> PinsOfAsync(
        LiveFunction function,
        Dictionary<string, string> variables,
        TaskRevision revision,
        MigrationPlan plan,
        MigrationStore store
    )
    {
        var pins = RevisionPins.Find(variables, revision.Family, revision.Number);
        if (pins.Open.Count == 0 && !pins.NamesRevision && !plan.FargateRevisionIsFixed)
        {
            _problems.Add(OpenVersions.NotNamed(plan.FunctionName, revision));
        }

        _problems.AddRange(await new OpenVersions(function, store).FindAsync(plan, revision));

        return [.. pins.Open.Select(pin => $"{pin.Name}: {pin.From} -> {pin.To}")];
    }

    private async Task<FlowFindings> FlowsAsync(MigrationPlan plan)
    {
        var inUse = new FlowsInUse(new ConnectFlows(connect, plan.ConnectInstanceId));
        var found = new List<FoundFlow>();
        foreach (var isModule in new[] { true, false })
        {
            found.AddRange(await inUse.FindAsync(isModule, plan.FunctionName));
        }

        var findings = FlowFindings.Of(found);
        if (findings.Flows.Count == 0)
        {
            _problems.Add(
                $"No contact flow of instance {plan.ConnectInstanceId} invokes {plan.FunctionName} in a way that can be changed: there is nothing to migrate."
            );
        }

        return findings;
    }

    private async Task<string?> ImageAsync(MigrationPlan plan)
    {
        var slash = repository.IndexOf('/', StringComparison.Ordinal);
        try
        {
            await ecr.DescribeImagesAsync(
                new DescribeImagesRequest
                {
                    RepositoryName = repository[(slash + 1)..],
                    ImageIds = [new ImageIdentifier { ImageTag = plan.ImageTag }],
                }
            );
        }
        catch (Exception e) when (e is ImageNotFoundException or RepositoryNotFoundException)
        {
            _problems.Add(
                $"There is no image {repository}:{plan.ImageTag}. Build and push it by the command in the output BuildImageByHand of this deployment's stack, or give the tag of one that is there as imageTag."
            );
            return null;
        }

        return $"{repository}:{plan.ImageTag}";
    }

    private async Task<string> StackAsync(MigrationPlan plan)
    {
        if (await StackLook.FindAsync(cloudFormation, plan.StackName) is not { } stack)
        {
            return "none yet";
        }

        if (!StackLook.IsOurs(stack))
        {
            _problems.Add(
                $"There is a stack {plan.StackName} that this project did not make. Give another name as stackName."
            );
        }

        return stack.StackStatus.Value;
    }
}
