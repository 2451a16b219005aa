using Amazon.CloudFormation;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.ECR;
using Amazon.ECR.Model;
using Amazon.ECS;
using Amazon.Lambda;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Flows;

namespace SonicBridge.Steps.Migration;

/// <summary>Looks at all that a migration will touch, and says what would stop it.</summary>
internal sealed class AccountSurvey(
    IAmazonLambda lambda,
    IAmazonECS ecs,
    IAmazonConnect connect,
    IAmazonECR ecr,
    IAmazonCloudFormation cloudFormation,
    StackParameters parameters,
    NewFunctions functions
)
{
    /// <summary>Changes nothing.</summary>
    public async Task<FoundAccount> LookAsync(MigrationPlan plan, MigrationStore store)
    {
        var template = StackTemplate.Read();
        var problems = new List<string>(parameters.FaultsOf(plan, template));
        var function = new LiveFunction(lambda, plan.FunctionName);
        var live = await function.FindAsync();
        if (live is null)
        {
            problems.Add(
                $"There is no function {plan.FunctionName}. Give the name of the Fargate deployment's function as functionName."
            );
        }

        if (live is not null && LambdaSnapshot.Unrestorable(live) is { } unrestorable)
        {
            problems.Add(unrestorable);
        }

        var active = await ActiveRevisionsAsync(plan, problems);
        TaskRevision? revision = active is [var first, ..] ? first : null;
        var pins =
            live is not null && active.Count > 0
                ? await PinsOfAsync(
                    function,
                    live.Configuration.Environment?.Variables ?? [],
                    active,
                    plan,
                    store,
                    problems
                )
                : [];
        var flows = await FlowsAsync(plan, problems);
        return new FoundAccount
        {
            Function = live?.Configuration.FunctionArn,
            Revision = revision?.ToString(),
            Pins = pins,
            Image = await ImageAsync(plan, problems),
            Stack = await StackAsync(plan, problems),
            Resources = template.Types,
            Flows = flows.Flows,
            Notices = flows.Notices,
            Problems = problems,
        };
    }

    /// <summary>The share that a migration whose backup is sealed has reached.</summary>
    /// <exception cref="MigrationRefused">It cannot be gone on with.</exception>
    public Task<int> LookAtSealedAsync(MigrationPlan plan, MigrationStore store) =>
        new SealedMigration(new ConnectFlows(connect, plan.ConnectInstanceId), store).LookAsync();

    private async Task<IReadOnlyList<TaskRevision>> ActiveRevisionsAsync(MigrationPlan plan, List<string> problems)
    {
        var active = await new TaskDefinitionSnapshot(ecs).ListActiveAsync(plan.TaskDefinitionFamily);
        if (active.Count == 0)
        {
            problems.Add(
                $"The task definition family {plan.TaskDefinitionFamily} has no active revision. Give the Fargate deployment's family as taskDefinitionFamily."
            );
        }

        return [.. active.Select(TaskRevision.Parse)];
    }

    private async Task<List<string>> PinsOfAsync(
        LiveFunction function,
        Dictionary<string, string> variables,
        IReadOnlyList<TaskRevision> active,
        MigrationPlan plan,
        MigrationStore store,
        List<string> problems
    )
    {
        var revision = active[0];
        var pins = RevisionPins.Find(variables, revision.Family, revision.Number);
        if (pins.Open.Count == 0 && !pins.NamesRevision && !plan.FargateRevisionIsFixed)
        {
            problems.Add(OpenVersions.NotNamed(plan.FunctionName, revision));
        }

        problems.AddRange(
            pins.Named.Where(named => !active.Contains(revision with { Number = named.Value }))
                .Select(named =>
                    $"{plan.FunctionName} names {revision with { Number = named.Value }} in {named.Key}, and that revision is not active: no task starts by it, now or after a rollback. Set {named.Key} to an active one, such as {revision}, and start the migration again."
                )
        );
        problems.AddRange(await new OpenVersions(function, store).FindAsync(plan, revision, active));

        return [.. pins.Open.Select(pin => $"{pin.Name}: {pin.From} -> {pin.To}")];
    }

    private async Task<FlowFindings> FlowsAsync(MigrationPlan plan, List<string> problems)
    {
        var inUse = new FlowsInUse(new ConnectFlows(connect, plan.ConnectInstanceId));
        var found = new List<FoundFlow>();
        try
        {
            foreach (var isModule in new[] { true, false })
            {
                found.AddRange(await inUse.FindAsync(isModule, plan.FunctionName));
            }
        }
        catch (ResourceNotFoundException)
        {
            problems.Add(
                $"There is no Amazon Connect instance {plan.ConnectInstanceId} in this account and region. Give the one whose contact flows invoke {plan.FunctionName} as connectInstanceId."
            );
            return FlowFindings.Of([]);
        }

        var trial = new FlowTrial(functions);
        problems.AddRange(
            found.Where(flow => flow.Actions.Count > 0).Select(flow => trial.FaultOf(flow.Flow, plan)).OfType<string>()
        );
        var findings = FlowFindings.Of(found);
        if (findings.Flows.Count == 0)
        {
            problems.Add(
                $"No contact flow of instance {plan.ConnectInstanceId} invokes {plan.FunctionName} in a way that can be changed: there is nothing to migrate."
            );
        }

        return findings;
    }

    private async Task<string?> ImageAsync(MigrationPlan plan, List<string> problems)
    {
        var repository = Setting.Required(parameters.RepositoryUri, "BRIDGE_REPOSITORY_URI");
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
            problems.Add(
                $"There is no image {repository}:{plan.ImageTag}. Build and push it by the command in the output BuildImageByHand of this deployment's stack, or give the tag of one that is there as imageTag."
            );
            return null;
        }

        return $"{repository}:{plan.ImageTag}";
    }

    private async Task<string> StackAsync(MigrationPlan plan, List<string> problems)
    {
        if (await StackLook.FindAsync(cloudFormation, plan.StackName) is not { } stack)
        {
            return "none yet";
        }

        if (!StackLook.IsOurs(stack))
        {
            problems.Add(
                $"There is a stack {plan.StackName} that this project did not make. Give another name as stackName."
            );
        }

        return stack.StackStatus.Value;
    }
}
