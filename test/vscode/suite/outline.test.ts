import assert from 'node:assert/strict';
import { closeEverything, openArticle } from './editor.ts';
import { outlineOf } from './outline.ts';

describe('the outline', () => {
  afterEach(closeEverything);

  it('has an entry a group, and under it one a project with its organisations', async () => {
    const { document } = await openArticle('projects.txt');
    const groups = (await outlineOf(document)).filter(({ name }) => /[市区]级项目/.test(name));
    assert.deepEqual(
      groups.map(({ name }) => name),
      ['一、三个市级项目', '二、三个区级项目'],
    );
    const projects = groups.map(({ children }) =>
      children.map(({ name, detail }) => ({ number: /\d+/.exec(name)?.[0], name, detail })),
    );
    const expected = [
      [
        { number: '1', title: '夜间还书不打烊', organizations: ['市图书馆'] },
        { number: '2', title: '老街路灯分时点亮 让晚归更安心', organizations: ['市城管局', '市供电公司'] },
        { number: '3', title: '“一张纸”办水电过户', organizations: ['市政务服务中心'] },
      ],
      [
        { number: '1', title: '渡口候船亭无障碍改造', organizations: ['东渡区交通局'] },
        { number: '2', title: '菜市场公平秤每周校准', organizations: ['石桥区市场监管局'] },
        { number: '3', title: '社区共享工具间', organizations: ['南浦区民政局'] },
      ],
    ];
    expected.forEach((group, groupIndex) => {
      assert.equal(projects[groupIndex]?.length, group.length);
      group.forEach(({ number, title, organizations }, index) => {
        const entry = projects[groupIndex]?.[index];
        assert.equal(entry?.number, number);
        assert(entry?.name.includes(title), `${entry?.name} should be named ${title}`);
        for (const organization of organizations)
          assert(entry?.detail.includes(organization), `${organization} is missing`);
      });
    });
  });

  it('leads to the line of each project', async () => {
    const { document } = await openArticle('projects.txt');
    const project = (await outlineOf(document)).find(({ name }) => name.includes('社区共享工具间'));
    assert(project);
    assert(document.lineAt(project.selectionRange.start).text.includes('3.社区共享工具间（南浦区民政局）'));
    assert(project.range.contains(project.selectionRange));
  });

  it('has the front matter and the body of an article without projects', async () => {
    const { document } = await openArticle('interview.txt');
    const entries = await outlineOf(document);
    for (const name of ['title', 'date', 'author', 'categories']) {
      assert(entries.some((entry) => entry.name === name));
    }
    const heading = document.positionAt(document.getText().indexOf('摆渡人的四十年</h1>'));
    assert(entries.some(({ range }) => range.contains(heading)));
  });
});
