namespace SonicBridge.Local.Tests.Migration;

/// <summary>
/// The commands of docs/operations.md, as they stand there, with what an engineer fills in between angle brackets. The page
/// may hold these and no others; <see cref="GuideCommandsTests"/> runs them.
/// </summary>
internal static class GuideCommands
{
    public const string Start = "aws stepfunctions start-execution --state-machine-arn <machine> --input '<input>'";
    public const string Watch = "aws stepfunctions describe-execution --execution-arn <execution>";
    public const string History =
        "aws stepfunctions get-execution-history --execution-arn <execution> --reverse-order --max-items 5";

    public const string Definition = "aws ecs describe-task-definition --task-definition nova-sonic-bridge";
    public const string Clusters = "aws ecs describe-clusters --clusters nova-sonic-ecs-cluster";
    public const string Services =
        "aws ecs describe-services --cluster nova-sonic-ecs-cluster --services nova-sonic-standby";
    public const string Tasks = "aws ecs list-tasks --cluster nova-sonic-ecs-cluster --desired-status <status>";
    public const string Task = "aws ecs describe-tasks --cluster nova-sonic-ecs-cluster --tasks <task>";
    public const string Stop = "aws ecs stop-task --cluster nova-sonic-ecs-cluster --task <task>";
    public const string Instances =
        "aws ec2 describe-instances --filters \"Name=tag:Name,Values=Nova Sonic ECS Instance\"";
    public const string Targets = "aws elbv2 describe-target-health --target-group-arn <StandbyTargetGroupArn>";
    public const string Stack = "aws cloudformation describe-stacks --stack-name nova-sonic-ecs-stack";
    public const string Alarms = "aws cloudwatch describe-alarms --alarm-name-prefix nova-sonic";

    public const string OldFunction = "aws lambda get-function --function-name invoke-fargate-task";
    public const string NewFunction = "aws lambda get-function --function-name invoke-ecs-ec2-task";
    public const string TestCall =
        "aws lambda invoke --function-name invoke-ecs-ec2-task --payload '{\"StreamARN\":\"test\",\"ContactId\":\"test\",\"CustomerPhoneNumber\":\"test\"}' answer.json";
    public const string Diagnose =
        "aws lambda invoke --function-name diagnose --payload '{\"contactId\":\"<contact>\"}' answer.json";
    public const string FunctionLog = "aws logs filter-log-events --log-group-name /aws/lambda/invoke-ecs-ec2-task";
    public const string BridgeLog = "aws logs filter-log-events --log-group-name /ecs/nova-sonic-bridge";
    public const string CallFile = "aws s3 cp s3://<CallBucketName>/calls/<contact>/call.json -";

    public const string Current = "aws s3 cp s3://<BackupBucketName>/migrations/current.json -";
    public const string Backup = "aws s3 cp --recursive s3://<BackupBucketName>/migrations/<id>/backup backup";
    public const string File = "aws s3 cp s3://<BackupBucketName>/migrations/<id>/<file> -";
    public const string Draft =
        "aws connect update-contact-flow-content --instance-id <instance> --contact-flow-id '<flow>:$SAVED' --content file://backup/flows/<flow>/saved.json";
    public const string Flow =
        "aws connect update-contact-flow-content --instance-id <instance> --contact-flow-id <flow> --content file://backup/flows/<flow>/published.json";
    public const string Module =
        "aws connect update-contact-flow-module-content --instance-id <instance> --contact-flow-module-id <module> --content file://backup/modules/<module>/published.json";
    public const string Code =
        "aws lambda update-function-code --function-name invoke-fargate-task --zip-file fileb://backup/function/code.zip";
    public const string Configuration =
        "aws lambda update-function-configuration --function-name invoke-fargate-task --environment '{\"Variables\": <variables>}'";
    public const string Deregister = "aws ecs deregister-task-definition --task-definition <taskDefinition>";
    public const string Register =
        "aws ecs register-task-definition --cli-input-json file://backup/task-definitions/nova-sonic-bridge-<revision>.json";
    public const string Dissociate =
        "aws connect disassociate-lambda-function --instance-id <instance> --function-arn <function>";
    public const string Forbid =
        "aws lambda remove-permission --function-name <function> --statement-id nova-sonic-migrate-<instance>";
    public const string DeleteStack = "aws cloudformation delete-stack --stack-name nova-sonic-ecs-stack";
}
