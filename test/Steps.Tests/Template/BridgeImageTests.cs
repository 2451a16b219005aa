using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>The bridge's image has one place, one way in by hand and one by CodeBuild, and the tasks are allowed to pull it.</summary>
public sealed class BridgeImageTests
{
    private static readonly JsonObject s_template = DeployedTemplate.Read();
    private static readonly JsonNode s_repository = s_template["Resources"]!["BridgeRepository"]!;
    private static readonly JsonNode s_build = s_template["Resources"]!["BridgeImageBuild"]!["Properties"]!;

    [Fact]
    public void The_repository_is_scanned_encrypted_and_outlives_the_stack_and_no_tag_changes_its_meaning()
    {
        var properties = s_repository["Properties"]!;

        ((string?)properties["RepositoryName"]).ShouldBe("nova-sonic-ecs-bridge");
        ((string?)properties["ImageTagMutability"]).ShouldBe("IMMUTABLE");
        ((bool)properties["ImageScanningConfiguration"]!["ScanOnPush"]!).ShouldBeTrue();
        ((string?)properties["EncryptionConfiguration"]!["EncryptionType"]).ShouldBe("KMS");
        ((string?)s_repository["DeletionPolicy"]).ShouldBe("Retain");
        ((string?)s_repository["UpdateReplacePolicy"]).ShouldBe("Retain");
    }

    [Fact]
    public void Twenty_images_are_kept()
    {
        var rule = JsonNode.Parse((string)s_repository["Properties"]!["LifecyclePolicy"]!["LifecyclePolicyText"]!)![
            "rules"
        ]!
            .AsArray()
            .ShouldHaveSingleItem()!;

        ((string?)rule["selection"]!["countType"]).ShouldBe("imageCountMoreThan");
        ((int)rule["selection"]!["countNumber"]!).ShouldBe(20);
        ((string?)rule["action"]!["type"]).ShouldBe("expire");
    }

    [Fact]
    public void The_task_runs_that_repositorys_image_and_may_pull_it()
    {
        ((string?)DeployedTemplate.Parse("bridge/task-definition.json")["containerDefinitions"]![0]!["image"]).ShouldBe(
            $"${{AWS_ACCOUNT_ID}}.dkr.ecr.${{AWS_REGION}}.amazonaws.com/{s_repository["Properties"]!["RepositoryName"]}:{s_template["Parameters"]!["BridgeImageTag"]!["Default"]}"
        );
        ResourceOf("BridgeExecutionRole", "PullTheImage").ShouldBe("""{"Fn::GetAtt":["BridgeRepository","Arn"]}""");
    }

    [Fact]
    public void CodeBuild_builds_the_Dockerfile_and_gives_no_tag_twice()
    {
        var commands = (string)s_build["Source"]!["BuildSpec"]!;

        commands.ShouldContain("docker build --platform \"$PLATFORM\" --file bridge/Dockerfile ");
        commands
            .IndexOf("ecr describe-images", StringComparison.Ordinal)
            .ShouldBeLessThan(commands.IndexOf("docker push", StringComparison.Ordinal));
        var variables = s_build["Environment"]!["EnvironmentVariables"]!
            .AsArray()
            .Select(variable => (string)variable!["Name"]!);
        variables.ShouldAllBe(name => commands.Contains($"${name}"));
        File.Exists(Repository.PathOf("bridge/Dockerfile")).ShouldBeTrue();
    }

    [Fact]
    public void CodeBuild_reads_one_archive_and_pushes_to_one_repository()
    {
        ResourceOf("BridgeImageBuildRole", "ReadTheSource")
            .ShouldBe("""[{"Fn::Sub":"arn:${AWS::Partition}:s3:::${BridgeSourceBucket}/${BridgeSourceKey}"}]""");
        ResourceOf("BridgeImageBuildRole", "PushTheImage").ShouldBe("""{"Fn::GetAtt":["BridgeRepository","Arn"]}""");
        ResourceOf("BridgeImageBuildRole", "Log").ShouldBe("""{"Fn::GetAtt":["BridgeImageBuildLogs","Arn"]}""");
    }

    [Fact]
    public void CodeBuild_is_there_only_where_a_source_is_given()
    {
        foreach (var id in new[] { "BridgeImageBuild", "BridgeImageBuildRole", "BridgeImageBuildLogs" })
        {
            ((string?)s_template["Resources"]![id]!["Condition"]).ShouldBe("SourceIsGiven");
        }
    }

    [Fact]
    public void What_is_sent_to_the_build_is_every_project_that_the_bridge_is_made_of_and_nothing_that_was_built_here()
    {
        var rules = Repository
            .Read("bridge/Dockerfile.dockerignore")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var folders = new List<string>();
        var open = new Stack<string>(["bridge/SonicBridge.Bridge.csproj"]);
        while (open.TryPop(out var project))
        {
            folders.Add(project.Split('/')[0]);
            var folder = Path.GetDirectoryName(Repository.PathOf(project))!;
            foreach (var reference in XDocument.Load(Repository.PathOf(project)).Descendants("ProjectReference"))
            {
                var named = Path.GetFullPath(Path.Combine(folder, reference.Attribute("Include")!.Value));
                open.Push(Path.GetRelativePath(Repository.Root, named));
            }
        }

        rules[0].ShouldBe("**");
        rules.ShouldContain("**/artifacts");
        folders
            .Distinct()
            .Concat(["Directory.*", "global.json"])
            .ShouldBeSubsetOf(rules.Where(rule => rule.StartsWith('!')).Select(rule => rule[1..]));
    }

    [Fact]
    public void One_command_builds_and_pushes_the_image_by_hand()
    {
        var command = (string)s_template["Outputs"]!["BuildImageByHand"]!["Value"]!["Fn::Sub"]![0]!;

        command.ShouldContain("docker buildx build ");
        command.ShouldContain(" -f bridge/Dockerfile -t ${BridgeRepository.RepositoryUri}:${BridgeImageTag} --push .");
    }

    [Fact]
    public void The_key_serves_the_logs_and_alarms_of_the_EC2_side()
    {
        var statements = s_template["Resources"]!["BackupKey"]!["Properties"]!["KeyPolicy"]!["Statement"]!.AsArray();
        string Condition(string sid) =>
            statements.Single(statement => (string?)statement!["Sid"] == sid)!["Condition"]!.ToJsonString();

        foreach (var (_, log) in Infrastructure.EcsStack.OfType("AWS::Logs::LogGroup"))
        {
            var group = (string)log["LogGroupName"]!;
            Condition("LogsAreEncrypted")
                .ShouldContain(
                    $":log-group:{group[..group.IndexOf("nova-sonic-", StringComparison.Ordinal)]}nova-sonic-*"
                );
        }

        Condition("AlarmsAreTold").ShouldContain(":alarm:nova-sonic-*");
    }

    private static string ResourceOf(string role, string sid) =>
        s_template["Resources"]![role]!["Properties"]!["Policies"]![0]!["PolicyDocument"]!["Statement"]!
            .AsArray()
            .Single(statement => (string?)statement!["Sid"] == sid)!["Resource"]!.ToJsonString();
}
