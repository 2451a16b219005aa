using System.Globalization;
using Amazon;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using SonicBridge.Steps.Backup;

namespace SonicBridge.Steps.Tests.Backup;

/// <summary>
/// ECS's task definitions: a revision is given once and never again, what is registered is described with what ECS adds,
/// and what is deregistered can be described still.
/// </summary>
internal sealed class InMemoryTaskDefinitions()
    : AmazonECSClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
{
    private const int PageSize = 2;

    private readonly List<(TaskDefinition Definition, List<Tag> Tags)> _revisions = [];

    /// <summary>Every registration so far.</summary>
    public List<RegisterTaskDefinitionRequest> Registered { get; } = [];

    /// <summary>Runs after a registration was made and before it is answered; throw here to cut the caller off.</summary>
    public Action AfterRegistration { get; set; } = static () => { };

    public static string Arn(int revision, string family = TheMigration.Family) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"arn:aws:ecs:us-east-1:111122223333:task-definition/{family}:{revision}"
        );

    /// <summary>Registers a revision for Fargate, as the deployment of before did.</summary>
    public async System.Threading.Tasks.Task<string> FargateAsync(string image, params Tag[] tags)
    {
        var answer = await RegisterTaskDefinitionAsync(
            new RegisterTaskDefinitionRequest
            {
                Family = TheMigration.Family,
                NetworkMode = NetworkMode.Awsvpc,
                RequiresCompatibilities = ["FARGATE"],
                Cpu = "1024",
                Memory = "2048",
                TaskRoleArn = "arn:aws:iam::111122223333:role/old-task-role",
                ExecutionRoleArn = "arn:aws:iam::111122223333:role/old-execution-role",
                ContainerDefinitions =
                [
                    new ContainerDefinition
                    {
                        Name = "bridge",
                        Image = image,
                        Environment =
                        [
                            new Amazon.ECS.Model.KeyValuePair { Name = "B", Value = "2" },
                            new Amazon.ECS.Model.KeyValuePair { Name = "A", Value = "1" },
                        ],
                    },
                ],
                Tags = [.. tags],
            }
        );
        Registered.Clear();
        return answer.TaskDefinition.TaskDefinitionArn;
    }

    /// <summary>The active revisions of a family, the newest first.</summary>
    public IReadOnlyList<int> Active(string family = TheMigration.Family) =>
        [
            .. _revisions
                .Select(revision => revision.Definition)
                .Where(one => one.Family == family && one.Status == TaskDefinitionStatus.ACTIVE)
                .Select(one => one.Revision!.Value)
                .OrderDescending(),
        ];

    public override Task<RegisterTaskDefinitionResponse> RegisterTaskDefinitionAsync(
        RegisterTaskDefinitionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (request.Tags?.Exists(IsSystem) is true)
        {
            throw new InvalidParameterException("Tag keys that begin with aws: are reserved.");
        }

        Registered.Add(request);
        var revision = _revisions.Count(one => one.Definition.Family == request.Family) + 1;
        var definition = new TaskDefinition
        {
            TaskDefinitionArn = Arn(revision, request.Family),
            Family = request.Family,
            Revision = revision,
            Status = TaskDefinitionStatus.ACTIVE,
            RegisteredAt = new DateTime(2026, 1, 1, 0, 0, revision % 60, DateTimeKind.Utc),
            RegisteredBy = "arn:aws:iam::111122223333:user/somebody",
            Compatibilities = ["EC2", "FARGATE"],
            RequiresAttributes = [new Amazon.ECS.Model.Attribute { Name = "com.amazonaws.ecs.capability.task-eni" }],
            ContainerDefinitions = request.ContainerDefinitions,
            Cpu = request.Cpu,
            Memory = request.Memory,
            NetworkMode = request.NetworkMode,
            TaskRoleArn = request.TaskRoleArn,
            ExecutionRoleArn = request.ExecutionRoleArn,
            RequiresCompatibilities = request.RequiresCompatibilities,
            RuntimePlatform = request.RuntimePlatform,
            Volumes = request.Volumes ?? [],
            PlacementConstraints = request.PlacementConstraints ?? [],
            EphemeralStorage = request.EphemeralStorage,
        };
        foreach (var container in definition.ContainerDefinitions)
        {
            container.MountPoints ??= [];
            container.VolumesFrom ??= [];
            container.SystemControls ??= [];
        }

        _revisions.Add((definition, request.Tags ?? []));
        AfterRegistration();
        return System.Threading.Tasks.Task.FromResult(
            new RegisterTaskDefinitionResponse { TaskDefinition = definition, Tags = request.Tags }
        );
    }

    public override Task<ListTaskDefinitionsResponse> ListTaskDefinitionsAsync(
        ListTaskDefinitionsRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var all = _revisions
            .Select(one => one.Definition)
            .Where(one => one.Family.StartsWith(request.FamilyPrefix, StringComparison.Ordinal))
            .Where(one => one.Status == request.Status)
            // As ECS sorts them: by name, where 10 comes before 9.
            .OrderByDescending(one => one.TaskDefinitionArn, StringComparer.Ordinal)
            .Select(one => one.TaskDefinitionArn)
            .ToList();
        var start = request.NextToken is { } token ? int.Parse(token, CultureInfo.InvariantCulture) : 0;
        return System.Threading.Tasks.Task.FromResult(
            new ListTaskDefinitionsResponse
            {
                TaskDefinitionArns = [.. all.Skip(start).Take(PageSize)],
                NextToken =
                    start + PageSize < all.Count ? (start + PageSize).ToString(CultureInfo.InvariantCulture) : null,
            }
        );
    }

    public override Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(
        DescribeTaskDefinitionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var (definition, tags) = Find(request.TaskDefinition);
        return System.Threading.Tasks.Task.FromResult(
            new DescribeTaskDefinitionResponse
            {
                TaskDefinition = definition,
                Tags = request.Include?.Contains("TAGS") is true ? tags : null,
            }
        );
    }

    public override Task<DeregisterTaskDefinitionResponse> DeregisterTaskDefinitionAsync(
        DeregisterTaskDefinitionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var (definition, _) = Find(request.TaskDefinition);
        definition.Status = TaskDefinitionStatus.INACTIVE;
        return System.Threading.Tasks.Task.FromResult(
            new DeregisterTaskDefinitionResponse { TaskDefinition = definition }
        );
    }

    /// <summary>Gives a tag as CloudFormation and AWS's other services do.</summary>
    public void TagBySystem(string arn, string key, string value) =>
        Find(arn).Tags.Add(new Tag { Key = key, Value = value });

    private static bool IsSystem(Tag tag) => tag.Key.StartsWith("aws:", StringComparison.Ordinal);

    private (TaskDefinition Definition, List<Tag> Tags) Find(string name)
    {
        var wanted = TaskRevision.Parse(name);
        var index = _revisions.FindIndex(one =>
            one.Definition.Family == wanted.Family && one.Definition.Revision == wanted.Number
        );
        return index >= 0 ? _revisions[index] : throw new ClientException("Unable to describe task definition.");
    }
}
