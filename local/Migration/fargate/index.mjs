import { ECSClient, RunTaskCommand } from "@aws-sdk/client-ecs";

const ecs = new ECSClient({});

export const handler = async (event) => {
  const parameters = event.Details?.Parameters ?? event;
  const { tasks, failures } = await ecs.send(
    new RunTaskCommand({
      cluster: process.env.ECS_CLUSTER,
      taskDefinition: process.env.ECS_TASK_DEFINITION,
      launchType: "FARGATE",
      networkConfiguration: {
        awsvpcConfiguration: { subnets: process.env.SUBNETS.split(","), assignPublicIp: "DISABLED" },
      },
      overrides: {
        containerOverrides: [
          {
            name: process.env.CONTAINER_NAME,
            environment: [
              { name: "STREAM_ARN", value: parameters.StreamARN },
              { name: "CONTACT_ID", value: parameters.ContactId },
              { name: "CUSTOMER_PHONE_NUMBER", value: parameters.CustomerPhoneNumber },
            ],
          },
        ],
      },
    }),
  );
  if (failures?.length) throw new Error(`The task was not started: ${failures[0].reason}`);
  return { status: "started", taskArn: tasks[0].taskArn };
};
